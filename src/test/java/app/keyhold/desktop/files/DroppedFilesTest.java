package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.files.EncryptOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Files over the window: what the drop handlers call, with the node that would be under the pointer.
@ExtendWith(ApplicationExtension.class)
class DroppedFilesTest {
    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path folder;
    private Path letter;
    private Path sealed;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory(temporary, "dropped");
        var fixture = new DesktopFixture(folder);
        OpenVault vault = fixture.create();
        letter = Files.writeString(folder.resolve("letter.txt"), "Dear Eva");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Dear Adam");
        fixture.wiring.files(vault).encrypt(EncryptOrder.of(secret, Sealing.under(FirstRun.MY_FILES)), Progress.none());
        sealed = folder.resolve("secret.txt.khd");
        key(vault, "payroll", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        key(vault, "old-laptop", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        key(vault, "paused", KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        key(vault, "signing", KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        vault.client().call(ScheduleKeyDeletion.Request.of(id(vault, "old-laptop"), 30));
        vault.client().call(new DisableKey.Request(id(vault, "paused")));
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        shell = window.shell();
        desk = window.robot();
    }

    private static void key(OpenVault vault, String name, KeySpec spec, KeyUsage usage) {
        var made = vault.client().call(CreateKey.Request.of(spec, usage, "")).keyMetadata();
        vault.client().call(new CreateAlias.Request("alias/" + name, made.keyId()));
    }

    private static String id(OpenVault vault, String name) {
        return vault.client().call(DescribeKey.Request.of("alias/" + name)).keyMetadata().keyId();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void aKeyInTheListEncryptsWhatIsDroppedOnIt(FxRobot robot) {
        Node row = row(robot, "payroll");
        robot.interact(() -> frame().hover(row, List.of(letter)));
        assertThat(words(robot)).contains("Encrypt with payroll", "letter.txt");
        assertThat(row.getStyleClass()).contains("drop-here");

        robot.interact(() -> frame().drop(row, List.of(letter)));
        desk.waitFor("the sheet", () -> words(robot).contains("Encrypt 1 file with payroll"));
        assertThat(row.getStyleClass()).doesNotContain("drop-here");
        desk.press("#start");

        desk.waitFor("the file", () -> Files.exists(folder.resolve("letter.txt.khd")) && noJobs());
        assertThat(FileService.inspect(folder.resolve("letter.txt.khd")).keyArns()).containsExactly(arn("payroll"));
    }

    @Test
    void aKeyThatCannotSaysWhy(FxRobot robot) {
        for (var refused : List.of(
                List.of("old-laptop", "Cancel the deletion first."),
                List.of("paused", "It is disabled. Enable it first."),
                List.of("signing", "Files need a symmetric key."))) {
            Node row = row(robot, refused.getFirst());
            robot.interact(() -> frame().hover(row, List.of(letter)));
            assertThat(words(robot)).contains("Not with " + refused.getFirst(), refused.getLast());
            assertThat(row.getStyleClass()).contains("no-drop-here");

            robot.interact(() -> frame().drop(row, List.of(letter)));
            assertThat(frame().navigator().currentProperty().get()).isEqualTo(Place.KEYS);
        }
        assertThat(folder.resolve("letter.txt.khd")).doesNotExist();
    }

    @Test
    void aKeysPaneTakesFilesLikeItsRow(FxRobot robot) {
        row(robot, "payroll");
        robot.interact(() -> frame().navigator().open(Place.KEYS, idOf("payroll")));
        desk.waitFor("the pane", () -> words(robot).contains("alias/payroll"));
        Node tabs = robot.lookup(".key-tabs").query();

        robot.interact(() -> frame().drop(tabs, List.of(letter)));

        desk.waitFor("the sheet", () -> words(robot).contains("Encrypt 1 file with payroll"));
    }

    @Test
    void aKeyDoesNotEncryptWhatIsEncrypted(FxRobot robot) {
        Node row = row(robot, "payroll");

        robot.interact(() -> frame().drop(row, List.of(sealed)));

        desk.waitFor("why", () -> words(robot).contains("is encrypted already"));
        assertThat(robot.lookup("#start").tryQuery()).isEmpty();
    }

    @Test
    void theOverlayHasATargetForEachThingToDo(FxRobot robot) {
        robot.interact(() -> frame().navigator().go(Place.SETTINGS));
        Node bar = robot.lookup(".status-bar").query();
        robot.interact(() -> frame().hover(bar, List.of(letter, sealed)));
        desk.waitFor("the targets", () -> robot.lookup(".drop-target").queryAll().size() >= 2
                && words(robot).contains("Decrypt 1 file"));
        Node decrypt = robot.lookup((Node node) -> node.getStyleClass().contains("drop-target")
                        && node.lookupAll(".label").stream().anyMatch(label -> ((Label) label).getText().startsWith("Decrypt")))
                .query();

        robot.interact(() -> frame().drop(decrypt, List.of(letter, sealed)));

        desk.waitFor("the sheet", () -> frame().navigator().currentProperty().get() == Place.FILES
                && words(robot).contains("Decrypt 1 file"));
        assertThat(words(robot)).doesNotContain("Encrypt 1 file");
    }

    @Test
    void besideTheTargetsEveryFileIsTaken(FxRobot robot) {
        robot.interact(() -> frame().navigator().go(Place.SETTINGS));
        Node bar = robot.lookup(".status-bar").query();

        robot.interact(() -> frame().drop(bar, List.of(letter, sealed)));

        desk.waitFor("both", () -> words(robot).contains("Encrypt 1, decrypt 1 file"));
    }

    @Test
    void severalFilesBecomeOneArchiveAndThatAFolderAgain(FxRobot robot) throws Exception {
        Path plan = Files.writeString(folder.resolve("plan.txt"), "Plans");
        robot.interact(() -> frame().take(List.of(letter, plan)));
        desk.waitFor("the choice", () -> robot.lookup("#archive").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#archive").queryAs(RadioButton.class).fire());
        desk.press("#start");
        Path archive = folder.resolve("archive.tar.khd");
        desk.waitFor("the archive", () -> Files.exists(archive) && noJobs());

        robot.interact(() -> frame().take(List.of(archive)));
        desk.waitFor("the sheet", () -> words(robot).contains("Decrypt 1 file"));
        desk.press("#start");

        desk.waitFor("the folder", () -> words(robot).contains("Extracted"));
        assertThat(folder.resolve("archive").resolve("letter.txt")).hasContent("Dear Eva");
        assertThat(folder.resolve("archive").resolve("plan.txt")).hasContent("Plans");
    }

    @Test
    void aHiddenNameComesBackWhenTheFileIsDecrypted(FxRobot robot) throws Exception {
        Path hidden = Files.createDirectory(folder.resolve("hidden"));
        Path diary = Files.writeString(hidden.resolve("diary.txt"), "Dear diary");
        robot.interact(() -> frame().take(List.of(diary)));
        desk.waitFor("the choice", () -> robot.lookup("#hide-names").tryQuery().isPresent());
        robot.interact(() -> robot.lookup("#hide-names").queryAs(CheckBox.class).fire());
        desk.press("#start");
        desk.waitFor("the encrypted file", () -> words(robot).contains("Done, verified") && noJobs());
        Path sealedDiary;
        try (var files = Files.list(hidden)) {
            sealedDiary = files.filter(FileService::isMessage).findFirst().orElseThrow();
        }
        assertThat(sealedDiary.getFileName().toString()).doesNotContain("diary");
        Files.delete(diary);

        robot.interact(() -> frame().take(List.of(sealedDiary)));
        desk.waitFor("the sheet", () -> words(robot).contains("Decrypt 1 file"));
        desk.press("#start");

        desk.waitFor("the diary", () -> Files.exists(diary) && noJobs());
        assertThat(diary).hasContent("Dear diary");
    }

    @Test
    void filesArePastedOnAnyScreen(FxRobot robot) {
        robot.interact(() -> frame().navigator().go(Place.AUDIT));
        copy(robot, false);

        Keyboard.push(KeyCode.CONTROL, KeyCode.V);

        desk.waitFor("the sheet", () -> words(robot).contains("Encrypt 1 file with my-files"));
    }

    @Test
    void textGoesIntoTheFieldThatHasTheFocusAndFilesDoNot(FxRobot robot) {
        robot.interact(() -> frame().navigator().go(Place.KEYS));
        var search = robot.lookup(".chip-field").queryAs(TextField.class);
        robot.interact(search::requestFocus);
        copy(robot, true);
        Keyboard.push(KeyCode.CONTROL, KeyCode.V);
        assertThat(search.getText()).isEqualTo("pay");

        robot.interact(() -> search.setText(""));
        copy(robot, false);
        Keyboard.push(KeyCode.CONTROL, KeyCode.V);

        desk.waitFor("the sheet", () -> words(robot).contains("Encrypt 1 file with my-files"));
        assertThat(search.getText()).isEmpty();
    }

    @Test
    void aKeyChosenBeforeTheScreenWasMadeIsTheOneOnTheSheet(FxRobot robot) {
        row(robot, "payroll");
        robot.interact(() -> frame().navigator().open(Place.FILES, idOf("payroll")));
        robot.interact(() -> frame().take(List.of(letter)));

        desk.waitFor("the key", () -> robot.lookup("#key").tryQuery().isPresent()
                && String.valueOf(robot.lookup("#key").queryAs(ComboBox.class).getValue()).equals("payroll"));
    }

    private void copy(FxRobot robot, boolean textToo) {
        robot.interact(() -> {
            var content = new ClipboardContent();
            content.putFiles(List.of(letter.toFile()));
            if (textToo) {
                content.putString("pay");
            }
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private Frame frame() {
        return shell.frame().orElseThrow();
    }

    private boolean noJobs() {
        return frame().navigator().context().status().jobsProperty().get().isEmpty();
    }

    private Node row(FxRobot robot, String key) {
        robot.interact(() -> frame().navigator().go(Place.KEYS));
        desk.waitFor("the row of " + key, () -> rowOf(robot, key).isPresent());
        return rowOf(robot, key).orElseThrow();
    }

    private static java.util.Optional<Node> rowOf(FxRobot robot, String key) {
        return robot.lookup((Node node) -> node instanceof TableRow<?> row
                        && row.isVisible()
                        && row.getItem() instanceof KeyRow item
                        && item.aliases().contains("alias/" + key))
                .tryQuery();
    }

    private String idOf(String name) {
        return id(frame().navigator().context().vault(), name);
    }

    private String arn(String name) {
        var client = frame().navigator().context().client();
        return client.call(DescribeKey.Request.of("alias/" + name)).keyMetadata().arn();
    }

    private static String words(FxRobot robot) {
        return robot.lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString()
                + robot.lookup(".button").queryAll().stream().map(node -> ((javafx.scene.control.Labeled) node).getText()).toList();
    }
}
