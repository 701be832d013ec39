package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Command;
import app.keyhold.desktop.frame.Place;
import app.keyhold.vault.operation.CreateUser;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The policies are asked in the window, and answer with their reasons.
@ExtendWith(ApplicationExtension.class)
class SimulatorScreenTest {
    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        var fixture = new DesktopFixture(Files.createTempDirectory(temporary, "simulator"));
        var vault = fixture.create();
        vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        window = ShellWindow.show(stage, fixture.parts().showing(vault), 1000, 800, Shell::start);
        shell = window.shell();
        desk = window.robot();
        window.navigator().go(Place.ACCESS);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void theAnswerNamesTheDecidingStatements(FxRobot robot) {
        open(robot);
        assertThat(desk.find("#ask", Button.class).isDisabled()).isTrue();
        choose("#simulated-who", "billing");
        choose("#simulated-what", "my-files");

        desk.press("#ask");
        desk.waitFor("the answer", () -> words(robot).contains("Allowed"));
        assertThat(words(robot))
                .contains("kms:Decrypt on my-files by billing")
                .contains("UseKeys, in billing’s policy KeyUserAccess");
    }

    @Test
    void anActionMayBeTyped(FxRobot robot) {
        open(robot);
        choose("#simulated-who", "billing");
        choose("#simulated-what", "my-files");
        desk.run(() -> desk.find("#simulated-action", ComboBox.class).getEditor().setText("DisableKey"));

        desk.press("#ask");
        desk.waitFor("the answer", () -> words(robot).contains("Not allowed"));
        assertThat(words(robot)).contains("No identity policy of billing allows kms:DisableKey.");
    }

    @Test
    void theDeleteKeyMeansNobodyWhileThePoliciesAreAsked(FxRobot robot) {
        open(robot);
        robot.interact(() -> command("Delete user…"));

        assertThat(robot.lookup("#delete-for-good").tryQuery()).isEmpty();
    }

    private void open(FxRobot robot) {
        robot.interact(() -> command("May they? Ask the policies"));
        desk.waitFor("somebody to choose", () -> desk.find("#simulated-who", ComboBox.class).getItems().size() == 2);
        desk.waitFor("a key to choose", () -> desk.find("#simulated-what", ComboBox.class).getItems().size() > 1);
    }

    private void command(String name) {
        shell.frame().orElseThrow().navigator().currentScreen().commands().stream()
                .filter(command -> command.name().equals(name))
                .map(Command::action)
                .forEach(Runnable::run);
    }

    @SuppressWarnings("unchecked")
    private void choose(String selector, String name) {
        var choices = desk.find(selector, ComboBox.class);
        desk.run(() -> choices.getItems().stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .ifPresent(choices::setValue));
    }

    private static String words(FxRobot robot) {
        return robot.from(robot.lookup(".simulator").queryAll()).lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
