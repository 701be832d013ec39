package app.keyhold.desktop.frame;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The frame by keyboard, over a real vault.
@ExtendWith(ApplicationExtension.class)
class FrameTest {
    @TempDir
    static Path folder;

    private SeededVault vault;
    private Frame frame;
    private DesktopRobot robot;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        frame = DeskWindow.show(stage, vault, Place.KEYS, 1000, 800);
        robot = new DesktopRobot(stage.getScene());
    }

    @AfterEach
    void close() {
        robot.run(frame::dispose);
        vault.close();
    }

    private void keys(KeyCode modifier, KeyCode key) {
        Keyboard.push(modifier, key);
        robot.waitFor("the key", () -> true);
    }

    private void search(String letters) {
        keys(KeyCode.CONTROL, KeyCode.K);
        robot.waitFor("the palette", () -> frame.lookup("#palette-query") != null);
        robot.run(() -> frame.lookup("#palette-query").requestFocus());
        Keyboard.write(letters);
        robot.waitFor("the letters", () -> letters.equals(robot.find("#palette-query", TextField.class).getText()));
    }

    private void enter() {
        Keyboard.push(KeyCode.ENTER);
        robot.waitFor("the key", () -> true);
    }

    private Place place() {
        return frame.navigator().currentProperty().get();
    }

    private String crumbs() {
        return ((HBox) frame.lookup("#title-crumbs")).getChildren().stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" > "));
    }

    private Set<String> listed() {
        return ((ListView<?>) frame.lookup("#palette-list"))
                .getItems().stream()
                        .filter(PaletteRow.Entry.class::isInstance)
                        .map(row -> ((PaletteRow.Entry) row).name())
                        .collect(Collectors.toSet());
    }

    @Test
    void opensAKeyByAFewLettersFromAnotherScreen() {
        robot.run(() -> frame.navigator().go(Place.COST));
        search("cust pii");
        enter();

        assertThat(place()).isEqualTo(Place.KEYS);
        assertThat(crumbs()).isEqualTo("Personal > Keys > customer-pii");
    }

    @Test
    void doesWhatAnotherScreenCan() {
        search("prices");
        assertThat(listed()).contains("Show the prices…");
        enter();

        assertThat(place()).isEqualTo(Place.COST);
        robot.waitFor("the prices", () -> frame.lookup(".dialog-box") != null);
    }

    @Test
    void saysWhyAnActionCanNotBeDoneNow() {
        search("undo");
        enter();

        assertThat(frame.lookup("#palette-query")).isNotNull();
        assertThat(frame.lookupAll(".palette .hindered .label").stream().map(node -> ((Labeled) node).getText()))
                .contains("There is nothing to undo.");
    }

    @Test
    void findsHelpAndReadsOn() {
        search("forgotten password");
        enter();
        robot.waitFor("the page", () -> frame.lookup("#help-page") != null);
        assertThat(frame.lookup("#help-page").getAccessibleText()).isEqualTo("What if the passphrase is lost?");

        robot.run(() -> ((Hyperlink) frame.lookup("#help-page .hyperlink")).fire());
        assertThat(frame.lookup("#help-page").getAccessibleText()).isEqualTo("How do I back up and restore?");
    }

    @Test
    void helpsWithTheScreenInView() {
        Keyboard.push(KeyCode.F1);
        robot.waitFor("the page", () -> frame.lookup("#help-page") != null);

        assertThat(frame.lookup("#help-page").getAccessibleText()).isEqualTo("What is a key?");
    }

    @Test
    void goesBackToWhatWasOpen() {
        robot.run(() -> frame.navigator().open(Place.KEYS, vault.id("payroll")));
        vault.clock().turnTo(vault.clock().instant().plus(Duration.ofSeconds(5)));
        robot.run(() -> frame.navigator().open(Place.KEYS, vault.id("webhook-mac")));
        assertThat(crumbs()).endsWith("webhook-mac");

        keys(KeyCode.ALT, KeyCode.LEFT);
        assertThat(crumbs()).endsWith("payroll");
        keys(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(crumbs()).endsWith("webhook-mac");
        robot.press("#back");
        assertThat(crumbs()).endsWith("payroll");
    }

    @Test
    void leavesTheScreenBehindADialogAlone() {
        keys(KeyCode.CONTROL, KeyCode.SLASH);
        robot.waitFor("the keys", () -> frame.lookup(".dialog-box") != null);
        keys(KeyCode.CONTROL, KeyCode.DIGIT2);

        assertThat(place()).isEqualTo(Place.KEYS);
    }
}
