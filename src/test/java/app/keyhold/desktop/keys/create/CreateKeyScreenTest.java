package app.keyhold.desktop.keys.create;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import atlantafx.base.controls.ModalPane;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The five steps with the keyboard alone.
@ExtendWith(ApplicationExtension.class)
class CreateKeyScreenTest {
    @TempDir
    static Path folder;

    private SeededVault vault;
    private Stage stage;

    @Start
    void start(Stage stage) throws Exception {
        this.stage = stage;
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        DeskWindow.show(stage, vault, Place.KEYS, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    /// As often as Tab has to be pressed until it is there.
    private void tabTo(FxRobot robot, String id) {
        for (int pressed = 0; pressed < 20 && !id.equals(stage.getScene().getFocusOwner().getId()); pressed++) {
            Keyboard.push(KeyCode.TAB);
        }
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo(id);
    }

    private static String step(FxRobot robot) {
        return robot.lookup(".steps .current").queryAs(Label.class).getText();
    }

    @Test
    void allFiveStepsAreTakenByEnter(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("db-master");
        tabTo(robot, "more");
        Keyboard.push(KeyCode.SPACE);
        assertThat(step(robot)).contains("Who");
        Keyboard.push(KeyCode.ENTER);
        assertThat(step(robot)).contains("Rotation");
        Keyboard.push(KeyCode.ENTER);
        Keyboard.push(KeyCode.ENTER);
        var key = vault.client().call(DescribeKey.Request.of("alias/db-master")).keyMetadata();
        assertThat(key.keyState()).isEqualTo(KeyState.Enabled);
        assertThat(vault.client().call(new GetKeyRotationStatus.Request(key.keyId())).keyRotationEnabled()).isTrue();
    }

    @Test
    void backKeepsWhatWasTyped(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("db-master");
        Keyboard.push(KeyCode.ENTER);
        assertThat(step(robot)).contains("Review");
        robot.interact(robot.lookup(".create-key #back").queryAs(Button.class)::fire);
        assertThat(step(robot)).contains("Name");
        assertThat(robot.lookup("#name").queryAs(TextField.class).getText()).isEqualTo("db-master");
    }

    @Test
    void theReviewShowsPolicyAndCommands(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.push(KeyCode.ENTER);
        assertThat(robot.lookup("#policy").queryAs(TextArea.class).getText()).contains("arn:aws:iam::123456789012:root");
        assertThat(robot.lookup("#commands").queryAs(TextArea.class).getText()).contains("aws kms create-key");
    }

    @Test
    void aTakenNameStopsTheWay(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("payroll");
        Keyboard.push(KeyCode.ENTER);
        assertThat(step(robot)).contains("Name");
    }

    @Test
    void escapeMakesNothing(FxRobot robot) {
        int before = robot.lookup(".table-view").queryAs(javafx.scene.control.TableView.class).getItems().size();
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".table-view").queryAs(javafx.scene.control.TableView.class).getItems()).hasSize(before);
        assertThat(robot.lookup("#overlay").queryAs(ModalPane.class).isDisplay()).isFalse();
    }
}
