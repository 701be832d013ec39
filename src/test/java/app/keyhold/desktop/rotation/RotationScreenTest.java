package app.keyhold.desktop.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.Banner;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RotationScreenTest {
    @TempDir
    static Path folder;

    private SeededVault vault;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        DeskWindow.show(stage, vault, Place.ROTATION, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private static Button button(FxRobot robot, String accessibleText) {
        return robot.lookup((Button button) -> accessibleText.equals(button.getAccessibleText())).queryButton();
    }

    private static void choose(FxRobot robot, String name) {
        ListView<?> lanes = robot.lookup(".gantt").queryListView();
        robot.interact(() -> {
            for (int at = 0; at < lanes.getItems().size(); at++) {
                if (((Lane) lanes.getItems().get(at)).name().equals(name)) {
                    lanes.getSelectionModel().select(at);
                }
            }
        });
    }

    @Test
    void anOverdueKeyStandsInABannerAndCanBeRotated(FxRobot robot) {
        robot.interact(button(robot, "Rotate customer-pii now")::fire);
        var status = vault.client().call(new GetKeyRotationStatus.Request(vault.id("customer-pii")));
        assertThat(status.keyRotationEnabled()).isTrue();
        assertThat(((Lane) robot.lookup(".gantt").queryListView().getItems().getFirst()).row().materials()).hasSizeGreaterThan(1);
    }

    @Test
    void theAgendaHasTheSameKeysInWords(FxRobot robot) {
        robot.interact(robot.lookup((ToggleButton chip) -> chip.getText().equals("Agenda")).queryAs(ToggleButton.class)::fire);
        TableView<?> agenda = robot.lookup(".table-view").queryTableView();
        assertThat(agenda.isVisible()).isTrue();
        assertThat(agenda.getItems()).hasSameSizeAs(robot.lookup(".gantt").queryListView().getItems());
    }

    @Test
    void theMonthShowsWhatADayBrings(FxRobot robot) {
        robot.interact(robot.lookup((ToggleButton chip) -> chip.getText().equals("Month")).queryAs(ToggleButton.class)::fire);
        Button day = robot.lookup((Button one) -> one.getAccessibleText() != null
                        && one.getAccessibleText().endsWith("old-laptop is deleted"))
                .queryButton();
        robot.interact(day::fire);
        assertThat(robot.lookup((javafx.scene.control.Label label) -> label.getText().equals("old-laptop is deleted")).queryAll())
                .isNotEmpty();
    }

    @Test
    void aDeletionIsCancelledFromTheNextThirtyDays(FxRobot robot) {
        robot.interact(button(robot, "Cancel the deletion of old-laptop")::fire);
        assertThat(robot.lookup((Button button) -> "Cancel the deletion of old-laptop".equals(button.getAccessibleText())).tryQuery())
                .as(() -> robot.lookup(".banner").queryAllAs(Banner.class).stream().map(Banner::message).toList().toString())
                .isEmpty();
    }

    @Test
    void theDotIsDraggedAndEnterSetsThePeriod(FxRobot robot) {
        GanttBar bar = robot.lookup(".gantt-bar").<GanttBar>queryAll().stream()
                .filter(one -> one.queryAccessibleAttribute(javafx.scene.AccessibleAttribute.TEXT).toString().startsWith("payroll"))
                .findFirst()
                .orElseThrow();
        double from = bar.scale().x(SeededVault.NOW.plus(java.time.Duration.ofDays(12)), bar.getWidth());
        double to = bar.scale().x(SeededVault.NOW.plus(java.time.Duration.ofDays(180)), bar.getWidth());
        var screen = bar.localToScreen(from, bar.getHeight() / 2);
        robot.drag(screen.getX(), screen.getY(), MouseButton.PRIMARY).moveBy(20, 0).moveBy(to - from - 20, 0).drop();
        assertThat(robot.lookup((Button button) -> button.getText().startsWith("Set every 1")).tryQuery()).isPresent();
        robot.interact(() -> robot.lookup(".gantt").queryListView().requestFocus());
        Keyboard.push(KeyCode.ENTER);
        int days = vault.client()
                .call(new GetKeyRotationStatus.Request(vault.id("payroll")))
                .rotationPeriodInDays()
                .orElseThrow();
        assertThat(days).isBetween(170, 190);
    }

    @Test
    void theKeyboardDoesWhatDraggingDoesAndEscapeLeavesIt(FxRobot robot) {
        choose(robot, "payroll");
        robot.interact(() -> robot.lookup(".gantt").queryListView().requestFocus());
        Keyboard.push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertThat(robot.lookup((Button button) -> button.getText().equals("Set every 120 days")).tryQuery()).isPresent();
        Keyboard.push(KeyCode.ESCAPE);
        assertThat(robot.lookup((Button button) -> button.getText().startsWith("Set every")).tryQuery()).isEmpty();
        assertThat(vault.client().call(new GetKeyRotationStatus.Request(vault.id("payroll"))).rotationPeriodInDays()).contains(365);
    }

    @Test
    void thePeriodOfAChosenKeyIsSetInDays(FxRobot robot) {
        choose(robot, "payroll");
        robot.interact(() -> {
            robot.lookup(".spinner").<Spinner<Integer>>queryAs(spinnerClass()).getValueFactory().setValue(120);
            robot.lookup("Set days").queryButton().fire();
        });
        var status = vault.client().call(new GetKeyRotationStatus.Request(vault.id("payroll")));
        assertThat(status.rotationPeriodInDays()).contains(120);
    }

    @SuppressWarnings("unchecked")
    private static Class<Spinner<Integer>> spinnerClass() {
        return (Class<Spinner<Integer>>) (Class<?>) Spinner.class;
    }
}
