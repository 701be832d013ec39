package app.keyhold.desktop.cost;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.cost.KeyCost;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CostScreenTest {
    @TempDir
    static Path folder;

    private SeededVault vault;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        DeskWindow.show(stage, vault, Place.COST, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static CostBars bars(FxRobot robot) {
        return robot.lookup(".cost-bars").queryAs(CostBars.class);
    }

    private static TableView<?> table(FxRobot robot) {
        return robot.lookup((TableView<?> table) -> table.isVisible()).queryTableView();
    }

    private static boolean reads(FxRobot robot, String text) {
        return robot.lookup((Label label) -> label.isVisible() && label.getText() != null && label.getText().contains(text))
                .tryQuery()
                .isPresent();
    }

    @Test
    void itSaysThatItIsAnEstimateAndAtWhosePrices(FxRobot robot) {
        assertThat(reads(robot, "Estimate")).isTrue();
        assertThat(reads(robot, "public prices of AWS KMS")).isTrue();
        assertThat(reads(robot, "November 2026 so far: about")).isTrue();
    }

    @Test
    void arrowsGoFromMonthToMonth(FxRobot robot) {
        robot.interact(() -> bars(robot).requestFocus());
        Keyboard.push(KeyCode.LEFT);
        assertThat(reads(robot, "October 2026: about")).isTrue();
        assertThat((String) bars(robot).queryAccessibleAttribute(AccessibleAttribute.TEXT)).startsWith("October 2026, estimated");
    }

    @Test
    void aChosenKeyIsShownAloneUntilEscape(FxRobot robot) {
        TableView<?> keys = table(robot);
        robot.interact(() -> keys.getSelectionModel().select(0));
        String name = CostWords.name((KeyCost) keys.getItems().getFirst());
        assertThat(reads(robot, "All keys")).isFalse();
        assertThat(reads(robot, name)).isTrue();
        robot.interact(keys::requestFocus);
        Keyboard.push(KeyCode.ESCAPE);
        assertThat(reads(robot, "All keys")).isTrue();
    }

    @Test
    void theMonthsStandInATableToo(FxRobot robot) {
        robot.interact(robot.lookup((ToggleButton chip) -> chip.getText().equals("By month")).queryAs(ToggleButton.class)::fire);
        assertThat(table(robot).getItems()).hasSize(12);
    }

    @Test
    void theListOfPricesIsWrittenToAFileToBeEdited(FxRobot robot) {
        robot.interact(robot.lookup("Prices…").queryButton()::fire);
        robot.interact(robot.lookup((Button button) -> button.getText().equals("Write this list to the file")).queryButton()::fire);
        assertThat(vault.vault().prices().path()).isRegularFile();
        assertThat(vault.vault().prices().isOwn()).isTrue();
    }
}
