package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.operation.identity.GetUser;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.operation.CreateUser;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A policy is written in the window: an error is named where it stands and is no trap, and what was saved is taken back.
@ExtendWith(ApplicationExtension.class)
class PolicyEditorScreenTest {
    private static final String FLAWED = "{\"Statement\": {\n  \"Effect\": \"Permit\", \"Action\": \"*\", \"Resource\": \"*\"}}";

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private OpenVault vault;
    private Shell shell;
    private Scene scene;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        var fixture = new DesktopFixture(Files.createTempDirectory(temporary, "editor"));
        vault = fixture.create();
        vault.client().call(CreateUser.Request.endpointOnly("billing", "NONE"));
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        shell = window.shell();
        scene = window.scene();
        desk = window.robot();
        window.navigator().go(Place.ACCESS);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void anErrorIsShownWhereItStandsAndKeepsThePolicyFromBeingSaved(FxRobot robot) {
        open(robot);
        desk.run(() -> text().setText(FLAWED));
        desk.waitFor("the flaw", () -> text().getAccessibleHelp().contains("Line 2, column 13"));
        assertThat(desk.find("#save-policy", Button.class).isDisabled()).isTrue();

        desk.press("#go-to-flaw");
        assertThat(text().getSelectedText()).startsWith("\"Permit\"");
    }

    @Test
    void tabLeavesTheText(FxRobot robot) {
        open(robot);
        String before = text().getText();
        desk.run(() -> text().requestFocus());
        Keyboard.push(KeyCode.TAB);

        assertThat(text().getText()).isEqualTo(before);
        assertThat(text().isFocused()).isFalse();
    }

    @Test
    void aBoundaryThatWasSavedIsTakenBack(FxRobot robot) {
        open(robot);
        desk.run(() -> text().setText(FLAWED.replace("Permit", "Allow")));
        desk.waitFor("a policy that can be saved", () -> !desk.find("#save-policy", Button.class).isDisabled());
        desk.press("#save-policy");
        desk.waitFor("the boundary", () -> hasBoundary());

        desk.run(() -> shell.frame().orElseThrow().navigator().context().undo().undo());
        desk.waitFor("no boundary", () -> !hasBoundary());
    }

    private boolean hasBoundary() {
        return vault.client().call(new GetUser.Request("billing")).user().permissionsBoundary().isPresent();
    }

    private TextArea text() {
        return (TextArea) scene.lookup("#policy-text");
    }

    private void open(FxRobot robot) {
        desk.waitFor("the list", () -> table(robot).getItems().size() == 2);
        desk.run(() -> table(robot).getSelectionModel().select(1));
        desk.press("#set-boundary");
        desk.waitFor("the editor", () -> scene.lookup("#policy-text") != null);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup(".users").queryAs(TableView.class);
    }
}
