package app.keyhold.desktop.lock;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.files.FileService;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The vault is locked while a large file is being encrypted and smaller ones wait behind it.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class LockDuringJobTest {
    private static final long SOME = 768L << 20;
    private static final long TOO_MUCH = 16L << 30;

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private DesktopFixture fixture;
    private Path film;
    private Path letter;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "lock");
        fixture = new DesktopFixture(folder);
        film = folder.resolve("film.mov");
        letter = Files.writeString(folder.resolve("letter.txt"), "Dear Eva");
        window = ShellWindow.show(stage, fixture.parts().showing(fixture.create()));
        shell = window.shell();
        desk = window.robot();
    }

    @AfterEach
    void stop() throws Exception {
        window.close();
        Files.deleteIfExists(khd(film));
        Files.deleteIfExists(film);
    }

    @Test
    void whatRunsIsFinishedAndWhatWaitsIsNotBegun(FxRobot robot) throws Exception {
        begin(robot, SOME);
        desk.press("#lock");
        desk.waitFor("the unlock page", () -> robot.lookup("#passphrase").tryQuery().isPresent());
        desk.waitFor("the film", () -> Files.exists(khd(film)));
        assertThat(khd(letter)).doesNotExist();

        unlock();

        desk.waitFor("what became of them", () -> words(robot)
                .contains("1 file was finished while the vault was locked. 1 file had not begun and is as it was."));
        robot.interact(() -> shell.frame().orElseThrow().navigator().go(Place.FILES));
        desk.press("#over-lock-go-on");
        desk.waitFor("the letter", () -> Files.exists(khd(letter)));
        desk.waitFor("no note any more", () -> robot.lookup("#over-lock-go-on").tryQuery().isEmpty());
        assertThat(FileService.isMessage(khd(film))).isTrue();
    }

    @Test
    void whatRunsIsStoppedAtOnceWhereThatWasChosen(FxRobot robot) throws Exception {
        fixture.preferences.stopFilesOnLockProperty().set(true);
        begin(robot, TOO_MUCH);
        desk.press("#lock");
        desk.waitFor("the unlock page", () -> robot.lookup("#passphrase").tryQuery().isPresent());
        desk.waitFor("no half-written file", () -> parts() == 0);

        unlock();

        desk.waitFor("what became of them", () -> words(robot)
                .contains("1 file was stopped by the lock; what was half written is removed."));
        assertThat(khd(film)).doesNotExist();
        assertThat(khd(letter)).doesNotExist();
        assertThat(letter).hasContent("Dear Eva");
    }

    @Test
    void whatStillRunsAfterTheUnlockIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
        begin(robot, TOO_MUCH);
        desk.press("#lock");
        desk.waitFor("the unlock page", () -> words(robot).contains("1 job is still at work"));

        unlock();

        desk.waitFor("the job in the status bar", () -> words(robot).contains("1 file is still being worked on."));
        robot.interact(() -> shell.frame().orElseThrow().navigator().go(Place.FILES));
        desk.waitFor("its row", () -> button(robot, "Cancel film.mov"));
        robot.interact(() -> window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> "Cancel film.mov".equals(node.getAccessibleText()))
                .forEach(Node::requestFocus));
        String then = words(robot);
        desk.waitFor("news of it", () -> !words(robot).equals(then));
        assertThat(window.scene().getFocusOwner().getAccessibleText()).as("what has the keyboard").isEqualTo("Cancel film.mov");
        robot.interact(() -> robot.lookup(".button").queryAll().stream()
                .filter(node -> "Cancel film.mov".equals(node.getAccessibleText()))
                .forEach(node -> ((javafx.scene.control.Button) node).fire()));
        desk.waitFor("no half-written file", () -> parts() == 0);
        assertThat(khd(film)).doesNotExist();
    }

    @Test
    void aLockedWindowLetsTheVaultGoOnAndShowsItAgainToItsPerson(FxRobot robot) throws Exception {
        begin(robot, TOO_MUCH);
        robot.interact(() -> shell.frame().orElseThrow().lockWindow());
        desk.waitFor("the blank window", () -> words(robot).contains("The vault stays open until 2 jobs are done."));
        assertThat(robot.lookup("#cant-unlock").query().getParent().isVisible()).isFalse();
        var frame = shell.frame().orElseThrow();
        desk.type("#passphrase", "not this one");
        desk.press("#unlock");
        desk.waitFor("the refusal", () -> robot.lookup("#unlock-error").query().isVisible());
        assertThat(frame.getScene()).isNull();

        desk.type("#passphrase", DesktopFixture.PASSPHRASE);
        desk.press("#unlock");
        desk.waitFor("the same frame", () -> frame.getScene() != null);
        assertThat(shell.frame()).contains(frame);
        assertThat(jobs()).startsWith("2 jobs");
    }

    @Test
    void aLockedWindowBeginsWhatWaitsAndLocksTheVaultAfterwards(FxRobot robot) throws Exception {
        begin(robot, SOME);
        robot.interact(() -> shell.frame().orElseThrow().lockWindow());

        desk.waitFor("the letter", () -> Files.exists(khd(letter)));
        desk.waitFor("the lock", () -> words(robot).contains("Locked because the work it stayed open for is done."));
        assertThat(khd(film)).exists();
        assertThat(shell.frame()).isEmpty();
    }

    @Test
    void lockingTheWindowLocksTheVaultWhereNothingIsAtWork(FxRobot robot) {
        robot.interact(() -> shell.frame().orElseThrow().lockWindow());

        desk.waitFor("the unlock page", () -> robot.lookup("#passphrase").tryQuery().isPresent());
        assertThat(shell.frame()).isEmpty();
        assertThat(robot.lookup("#lock-vault-now").tryQuery()).isEmpty();
    }

    private static boolean button(FxRobot robot, String spoken) {
        return robot.lookup(".button").queryAll().stream().anyMatch(node -> spoken.equals(node.getAccessibleText()));
    }

    private void begin(FxRobot robot, long size) throws Exception {
        try (var sparse = new RandomAccessFile(film.toFile(), "rw")) {
            sparse.setLength(size);
        }
        take(robot, film);
        desk.waitFor("the film at work", () -> parts() > 0);
        take(robot, letter);
        desk.waitFor("the letter waiting", () -> jobs().startsWith("2 jobs"));
    }

    private void take(FxRobot robot, Path file) {
        robot.interact(() -> shell.frame().orElseThrow().take(List.of(file)));
        desk.press("#start");
    }

    private String jobs() {
        return shell.frame().orElseThrow().navigator().context().status().jobsProperty().get();
    }

    private long parts() {
        try (Stream<Path> files = Files.list(film.getParent())) {
            return files.filter(file -> file.toString().endsWith(".part")).count();
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private void unlock() {
        desk.type("#passphrase", DesktopFixture.PASSPHRASE);
        desk.press("#unlock");
        desk.waitFor("the frame", () -> shell.frame().isPresent());
    }

    private static Path khd(Path file) {
        return file.resolveSibling(file.getFileName() + ".khd");
    }

    private static String words(FxRobot robot) {
        return robot.lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
