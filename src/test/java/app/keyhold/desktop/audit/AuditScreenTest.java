package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
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
class AuditScreenTest {
    @TempDir
    static Path folder;

    private SeededVault vault;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        DeskWindow.show(stage, vault, Place.AUDIT, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private EventList list(FxRobot robot) {
        return robot.lookup(".event-list").queryAs(EventList.class);
    }

    private Histogram histogram(FxRobot robot) {
        return robot.lookup(".histogram").queryAs(Histogram.class);
    }

    @Test
    void theChainIsVerifiedWhenTheTimelineIsFirstSeen(FxRobot robot) {
        assertThat(robot.lookup(".chain-badge").queryAs(Button.class).getAccessibleText()).startsWith("Audit chain: Verified #1–#");
    }

    @Test
    void aChosenEventSaysWhyItWasAllowed(FxRobot robot) {
        robot.interact(() -> list(robot).chooseFirst());
        assertThat(robot.lookup("Why it was allowed").tryQuery()).isPresent();
    }

    @Test
    void arrowsOnTheHistogramMarkAStretchAndEscapeLetsGo(FxRobot robot) {
        robot.interact(() -> histogram(robot).requestFocus());
        robot.type(KeyCode.LEFT);
        assertThat(histogram(robot).brushProperty().get()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(histogram(robot).brushProperty().get()).isEmpty();
    }

    @Test
    void plusZoomsInAndSaysHowLongTheStretchIs(FxRobot robot) {
        robot.interact(() -> histogram(robot).requestFocus());
        robot.type(KeyCode.PLUS);
        assertThat(robot.lookup((ToggleButton chip) -> chip.isVisible() && chip.isSelected() && chip.getText().equals("21 d")).tryQuery()).isPresent();
    }

    @Test
    void enterOpensAFoldedRun(FxRobot robot) {
        int folded = list(robot).getItems().size();
        robot.interact(() -> {
            for (int at = 0; at < folded; at++) {
                if (list(robot).getItems().get(at) instanceof TimelineItem.Fold) {
                    list(robot).getSelectionModel().select(at);
                }
            }
            list(robot).requestFocus();
        });
        robot.type(KeyCode.ENTER);
        assertThat(list(robot).getItems()).hasSizeGreaterThan(folded);
    }

    @Test
    void whatNothingFitsOffersToClearTheFilters(FxRobot robot) {
        TextField search = robot.lookup(".chip-field").queryAs(TextField.class);
        robot.interact(() -> {
            search.setText("no event says this");
            search.getOnAction().handle(null);
        });
        robot.interact(robot.lookup("Clear filters").queryButton()::fire);
        assertThat(list(robot).getItems()).isNotEmpty();
    }

    @Test
    void theCountStandsBesideThePicture(FxRobot robot) {
        assertThat(robot.lookup((Label label) -> label.getText().contains("events in range")).tryQuery()).isPresent();
    }
}
