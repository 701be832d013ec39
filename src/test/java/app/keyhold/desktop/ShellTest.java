package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.lock.AutoLock;
import app.keyhold.desktop.part.Banner;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.desktop.theme.Theme;
import app.keyhold.files.FileService;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/// The desktop as a person uses it, over a real vault: unlock, drop, get it back, lock.
@Timeout(120)
class ShellTest {
    @TempDir
    static Path temporary;

    private static int vaults;

    private final Path place = temporary.resolve("vault-" + vaults++);
    private final DesktopFixture fixture = new DesktopFixture(place);
    private final Background background = Background.onFxThread();
    private Shell shell;
    private DesktopRobot robot;

    @BeforeEach
    void open() throws Exception {
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(this::show);
        robot.waitFor("the unlock page", () -> shell.root().lookup("#passphrase") != null);
    }

    private void show(Stage stage) {
        fixture.create().lock();
        shell = new Shell(fixture.parts().opening(fixture.folder, List.of()), background, _ -> {});
        var scene = new Scene(shell.root(), 980, 700);
        Theme.dress(scene, false, 100);
        shell.start();
        OneStage.show(stage, scene);
        stage.show();
        robot = new DesktopRobot(scene);
    }

    @AfterEach
    void close() {
        robot.run(shell::stop);
        background.close();
    }

    @Test
    void saysInPlaceThatThePassphraseIsWrong() {
        robot.type("#passphrase", "not this one");
        robot.press("#unlock");
        robot.waitFor("the refusal", () -> shell.root().lookup("#unlock-error").isVisible());

        assertThat(robot.find("#unlock-error", Banner.class).message())
                .contains("passphrase");
        assertThat(robot.find("#passphrase", SecretField.class).secretLength()).isEqualTo("not this one".length());
        assertThat(shell.frame()).isEmpty();
    }

    @Test
    void opensWithTheRightPassphrase() {
        unlock();

        assertThat(shell.frame()).isPresent();
    }

    @Test
    void encryptsWhatIsDroppedAndDecryptsItAgain() throws Exception {
        Path letter = Files.writeString(place.resolve("letter.txt"), "Dear Eva");
        unlock();
        drop(letter);
        robot.press("#start");
        Path encrypted = place.resolve("letter.txt.khd");
        robot.waitFor("the encrypted file", () -> noJobs() && Files.exists(encrypted));
        assertThat(FileService.isMessage(encrypted)).isTrue();
        Files.delete(letter);

        drop(encrypted);
        robot.press("#start");
        robot.waitFor("the letter", () -> noJobs() && Files.exists(letter));

        assertThat(letter).hasContent("Dear Eva");
    }

    @Test
    void tellsWhereAnEncryptedFileIsDamagedAndWritesNothing() throws Exception {
        Path letter = Files.writeString(place.resolve("letter.txt"), "Dear Eva".repeat(100));
        unlock();
        drop(letter);
        robot.press("#start");
        Path encrypted = place.resolve("letter.txt.khd");
        robot.waitFor("the encrypted file", () -> noJobs() && Files.exists(encrypted));
        Files.delete(letter);
        byte[] bytes = Files.readAllBytes(encrypted);
        bytes[bytes.length - 100] ^= 1;
        Files.write(encrypted, bytes);

        drop(encrypted);
        robot.press("#start");
        robot.waitFor("the refusal", () -> jobs().anyMatch(job -> job.contains("Damaged")));

        assertThat(letter).doesNotExist();
    }

    @Test
    void theRailKeepsItsNamesForScreenReadersWhenItShowsIconsOnly() {
        unlock();
        robot.press("#rail-toggle");

        var keys = robot.find("#rail-keys", ToggleButton.class);
        assertThat(keys.getContentDisplay()).isEqualTo(ContentDisplay.GRAPHIC_ONLY);
        assertThat(keys.getText()).isEqualTo("Keys");
        assertThat(fixture.preferences.railCollapsedProperty().get()).isTrue();
        robot.press("#rail-keys");
        assertThat(shell.frame().orElseThrow().navigator().currentProperty().get()).isEqualTo(Place.KEYS);
    }

    @Test
    void locksWhenTheComputerIsLocked() {
        unlock();
        shell.outside(AutoLock.Reason.SESSION_LOCKED);

        robot.waitFor("the unlock page", () -> shell.root().lookup("#passphrase") != null);
        assertThat(shell.frame()).isEmpty();
    }

    @Test
    void waitsForThePassphraseAfterALock() {
        unlock();
        addUser("eva");
        robot.press("#lock");
        robot.waitFor(
                "the passphrase field to have the focus",
                () -> shell.root().getScene().getFocusOwner() == shell.root().lookup("#passphrase"));
        robot.waitFor("another pulse", () -> true);
        assertThat(shell.root().getScene().getFocusOwner()).isSameAs(shell.root().lookup("#passphrase"));
    }

    @Test
    void locksAtOnceAndKeepsNothingOnTheScreen() {
        unlock();
        robot.press("#lock");
        robot.waitFor("the unlock page", () -> shell.root().lookup("#passphrase") != null);

        assertThat(shell.frame()).isEmpty();
        assertThat(shell.root().lookup("#drop-zone")).isNull();
    }

    @Test
    void letsGoOfAllItKnewOnceItIsLocked() throws Exception {
        unlock();
        var shown = lookAtEverything();
        robot.press("#lock");
        robot.waitFor("the unlock page", () -> shell.root().lookup("#passphrase") != null);

        FxToolkit.registerPrimaryStage(); // forgets the events it noted, and whom they were for
        robot.waitFor("the screens to be collected", () -> {
            System.gc();
            return shown.stream().allMatch(one -> one.refersTo(null));
        });
    }

    @Test
    void goesToAPlaceByItsKeys() {
        unlock();
        robot.waitFor("somebody to hear keys", () -> shell.root().getScene().getFocusOwner() != null);
        int number = shell.frame().orElseThrow().navigator().places().indexOf(Place.ACCESS);
        Keyboard.push(KeyCode.CONTROL, KeyCode.values()[KeyCode.DIGIT1.ordinal() + number]);
        robot.waitFor(
                "the access screen",
                () -> shell.frame().orElseThrow().navigator().currentProperty().get() == Place.ACCESS);
    }

    @Test
    void keepsFilesThatArriveBeforeTheVaultIsOpen() throws Exception {
        Path letter = Files.writeString(place.resolve("early.txt"), "Dear Eva");
        robot.run(() -> shell.keepForLater(List.of(letter)));
        unlock();

        robot.press("#start");
        robot.waitFor("the encrypted file", () -> Files.exists(place.resolve("early.txt.khd")));
    }

    /// What an open vault shows and knows, held by nothing here.
    private List<WeakReference<?>> lookAtEverything() {
        var frame = shell.frame().orElseThrow();
        var navigator = frame.navigator();
        navigator.places().forEach(place -> robot.run(() -> navigator.go(place)));
        return List.of(
                new WeakReference<>(frame), new WeakReference<>(navigator), new WeakReference<>(navigator.context().client()));
    }

    private void addUser(String name) {
        try (var words = SecretBytes.takeOver("eva's own passphrase".getBytes(StandardCharsets.UTF_8))) {
            var client = shell.frame().orElseThrow().navigator().context().client();
            client.call(new CreateUser.Request(name, words, Optional.empty(), Permissions.NONE.name()));
        }
    }

    private void unlock() {
        robot.type("#passphrase", DesktopFixture.PASSPHRASE);
        robot.press("#unlock");
        robot.waitFor("the frame", () -> shell.frame().isPresent());
    }

    private void drop(Path file) {
        robot.run(() -> {
            var navigator = shell.frame().orElseThrow().navigator();
            navigator.go(Place.FILES);
            ((DropReceiver) navigator.screen(Place.FILES)).drop(List.of(file));
        });
    }

    private boolean noJobs() {
        return shell.frame().orElseThrow().navigator().context().status().jobsProperty().get().isEmpty();
    }

    /// In the order the list keeps its cells, which need not be that of its rows.
    private Stream<String> jobs() {
        return shell.root().lookupAll("#job-list .job-cell").stream().map(cell -> String.valueOf(cell.getAccessibleText()));
    }
}
