package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.DropReceiver;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.tour.UncommittedMessage;
import app.keyhold.files.EncryptOrder;
import app.keyhold.files.FileService;
import app.keyhold.files.Progress;
import app.keyhold.files.Sealing;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The sheet by keyboard alone, and each answer to its question.
@ExtendWith(ApplicationExtension.class)
class SheetKeyboardTest {
    private static final int MOST_STEPS = 80;

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path folder;
    private Path letter;
    private Path sealed;
    private Path uncommitted;
    private OpenVault vault;
    private Shell shell;
    private Scene scene;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory(temporary, "sheet");
        var fixture = new DesktopFixture(folder);
        vault = fixture.create();
        letter = Files.writeString(folder.resolve("letter.txt"), "Dear Eva");
        Path secret = Files.writeString(folder.resolve("secret.txt"), "Dear Adam");
        fixture.wiring.files(vault).encrypt(EncryptOrder.of(secret, Sealing.under(FirstRun.MY_FILES)), Progress.none());
        Files.delete(secret);
        sealed = folder.resolve("secret.txt.khd");
        uncommitted = Files.write(folder.resolve("old.khd"), UncommittedMessage.under(arn(FirstRun.MY_FILES)));
        String photos = vault.client().call(CreateKey.Request.symmetric("")).keyMetadata().keyId();
        vault.client().call(new CreateAlias.Request("alias/photos", photos));
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        shell = window.shell();
        scene = window.scene();
        desk = window.robot();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void everyControlOfTheSheetIsReachedByTabAlone(FxRobot robot) {
        take(robot, letter, sealed);
        desk.waitFor("the button", () -> !desk.find("#start", Button.class).isDisabled());
        var wanted = new ArrayList<Node>();
        robot.interact(() -> {
            collect(sheet(), wanted);
            scene.lookup("#start").requestFocus();
        });
        assertThat(wanted).hasSizeGreaterThan(10);

        var reached = new ArrayList<Node>();
        for (int step = 0; step < MOST_STEPS && !reached.containsAll(wanted); step++) {
            Keyboard.push(KeyCode.TAB);
            robot.interact(() -> reached.add(scene.getFocusOwner()));
        }

        assertThat(reached).containsAll(wanted);
    }

    @Test
    void backLeavesTheSheetAsItWas(FxRobot robot) {
        ask(robot);
        desk.press("#back-from-uncommitted");

        desk.waitFor("the sheet", () -> scene.lookup("#start") != null);
        assertThat(folder.resolve("secret.txt")).doesNotExist();
    }

    @Test
    void leavingThemOutDecryptsTheOthers(FxRobot robot) {
        ask(robot);
        desk.press("#leave-uncommitted");

        desk.waitFor("the other file", () -> Files.exists(folder.resolve("secret.txt")) && noJobs());
        assertThat(rows(robot)).isEqualTo(1);
    }

    @Test
    void decryptingAllTheSameTriesThemAll(FxRobot robot) {
        ask(robot);
        desk.press("#open-uncommitted");

        desk.waitFor("the other file", () -> Files.exists(folder.resolve("secret.txt")) && noJobs());
        assertThat(rows(robot)).isEqualTo(2);
    }

    @Test
    void aFileIsPutUnderAnotherKey(FxRobot robot) {
        take(robot, sealed);
        desk.waitFor("the sheet", () -> scene.lookup("#reencrypt") != null && !desk.find("#start", Button.class).isDisabled());
        desk.press("#reencrypt");
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<KeyChoice> key = (ComboBox<KeyChoice>) scene.lookup("#key");
            key.getItems().stream().filter(choice -> choice.name().equals("photos")).findFirst().ifPresent(key::setValue);
        });
        desk.press("#start");

        desk.waitFor("the new key", () -> noJobs() && FileService.inspect(sealed).keyArns().equals(List.of(arn("alias/photos"))));
    }

    private void ask(FxRobot robot) {
        take(robot, sealed, uncommitted);
        desk.waitFor("the button", () -> scene.lookup("#start") != null && !desk.find("#start", Button.class).isDisabled());
        desk.press("#start");
        desk.waitFor("the question", () -> scene.lookup("#open-uncommitted") != null);
    }

    private void take(FxRobot robot, Path... files) {
        robot.interact(() -> {
            frame().navigator().go(Place.FILES);
            ((DropReceiver) frame().navigator().screen(Place.FILES)).drop(List.of(files));
        });
        desk.waitFor("the sheet", () -> scene.lookup("#start") != null);
    }

    private Frame frame() {
        return shell.frame().orElseThrow();
    }

    private boolean noJobs() {
        return frame().navigator().context().status().jobsProperty().get().isEmpty();
    }

    private static int rows(FxRobot robot) {
        return robot.lookup(".jobs").queryListView().getItems().size();
    }

    private String arn(String alias) {
        return vault.client().call(DescribeKey.Request.of(alias)).keyMetadata().arn();
    }

    private Parent sheet() {
        Parent at = scene.lookup("#start").getParent();
        while (!at.getStyleClass().contains("sheet")) {
            at = at.getParent();
        }
        return at;
    }

    /// Radio buttons are chosen among by arrows: the chosen one of each group is where Tab stops.
    private static void collect(Parent parent, List<Node> found) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node.isDisabled()) {
                continue;
            }
            boolean other = node instanceof RadioButton radio && !radio.isSelected();
            if (!other && node.isFocusTraversable()
                    && (node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBox<?>)) {
                found.add(node);
            } else if (node instanceof Parent inner && !(node instanceof ComboBox<?>)) {
                collect(inner, found);
            }
        }
    }
}
