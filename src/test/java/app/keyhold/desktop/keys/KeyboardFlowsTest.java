package app.keyhold.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What takes several steps, by the keyboard alone.
@ExtendWith(ApplicationExtension.class)
class KeyboardFlowsTest {
    @TempDir
    static Path folder;

    private SeededVault vault;
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        frame = DeskWindow.show(stage, vault, Place.KEYS, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private KeyState state(String name) {
        return vault.client().call(DescribeKey.Request.of("alias/" + name)).keyMetadata().keyState();
    }

    /// Down the list to a key.
    private void choose(FxRobot robot, String name) {
        TableView<?> table = robot.lookup(".table-view").queryAs(TableView.class);
        robot.interact(table::requestFocus);
        Keyboard.push(KeyCode.HOME);
        String wanted = "alias/" + name;
        for (int pressed = 0; pressed < 20 && !wanted.equals(title(robot)); pressed++) {
            Keyboard.push(KeyCode.DOWN);
        }
        assertThat(title(robot)).isEqualTo(wanted);
    }

    private static String title(FxRobot robot) {
        return robot.lookup(".key-heading .h1").queryAs(Labeled.class).getText();
    }

    private Node focused() {
        return frame.getScene().getFocusOwner();
    }

    private void tabTo(FxRobot robot, String what, Predicate<Node> there) {
        go(robot, KeyCode.TAB, what, there);
    }

    private void go(FxRobot robot, KeyCode by, String what, Predicate<Node> there) {
        for (int pressed = 0; pressed < 120 && !there.test(focused()); pressed++) {
            Keyboard.push(by);
        }
        assertThat(there.test(focused())).as("%s never came to %s", by, what).isTrue();
    }

    private void tabTo(FxRobot robot, String text) {
        tabTo(robot, text, node -> node instanceof Labeled labeled && text.equals(labeled.getText()));
    }

    @Test
    void aDeletionIsScheduledAndCancelled(FxRobot robot) {
        choose(robot, "payroll");
        Keyboard.push(KeyCode.DELETE);
        tabTo(robot, "the name", node -> "typed-name".equals(node.getId()));
        Keyboard.write("payroll");
        Keyboard.push(KeyCode.ENTER);
        assertThat(state("payroll")).isEqualTo(KeyState.PendingDeletion);
        tabTo(robot, "Cancel deletion");
        Keyboard.push(KeyCode.SPACE);
        assertThat(state("payroll")).isEqualTo(KeyState.Disabled);
        tabTo(robot, "Enable");
        Keyboard.push(KeyCode.SPACE);
        assertThat(state("payroll")).isEqualTo(KeyState.Enabled);
    }

    @Test
    void ownMaterialIsImportedRightAfterTheKeyIsMade(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        go(robot, KeyCode.RIGHT, "the card", node -> node.getAccessibleText() != null && node.getAccessibleText().startsWith("Import my own"));
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("brought");
        Keyboard.push(KeyCode.ENTER);
        Keyboard.push(KeyCode.ENTER);
        assertThat(state("brought")).isEqualTo(KeyState.PendingImport);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        Keyboard.push(KeyCode.ENTER);
        Keyboard.push(KeyCode.ENTER);
        assertThat(state("brought")).isEqualTo(KeyState.Enabled);
        Keyboard.push(KeyCode.ENTER);
        assertThat(robot.lookup(".import-pages").tryQuery()).isEmpty();
    }

    @Test
    void aPolicyIsChangedAndTakenBack(FxRobot robot) {
        choose(robot, "payroll");
        tabTo(robot, "the tabs", TabPane.class::isInstance);
        Keyboard.push(KeyCode.RIGHT);
        Keyboard.push(KeyCode.RIGHT);
        tabTo(robot, "Add statement");
        Keyboard.push(KeyCode.SPACE);
        tabTo(robot, "Save policy…");
        Keyboard.push(KeyCode.SPACE);
        tabTo(robot, "Save policy");
        Keyboard.push(KeyCode.ENTER);
        assertThat(policy()).contains("Statement2");
        Keyboard.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(policy()).doesNotContain("Statement2");
        Keyboard.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(policy()).contains("Statement2");
    }

    private String policy() {
        return vault.client().call(GetKeyPolicy.Request.of(vault.id("payroll"))).policy();
    }

    @Test
    void severalKeysAreDisabledTogetherAndTakenBack(FxRobot robot) {
        choose(robot, "payroll");
        Keyboard.push(KeyCode.SHIFT, KeyCode.DOWN);
        tabTo(robot, "Disable", node -> node.getStyleClass().contains("small") && node instanceof Labeled labeled && "Disable".equals(labeled.getText()));
        Keyboard.push(KeyCode.SPACE);
        assertThat(state("payroll")).isEqualTo(KeyState.Disabled);
        assertThat(state("release-signing")).isEqualTo(KeyState.Disabled);
        Keyboard.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(state("payroll")).isEqualTo(KeyState.Enabled);
        assertThat(state("release-signing")).isEqualTo(KeyState.Enabled);
    }
}
