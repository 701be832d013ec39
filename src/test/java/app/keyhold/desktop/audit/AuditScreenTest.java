package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.Subject;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
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
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        frame = DeskWindow.show(stage, vault, Place.AUDIT, 1280, 800);
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
    void theWayBackLeadsToTheEventThatWasLookedAt(FxRobot robot) {
        robot.interact(() -> list(robot).chooseFirst());
        long looked = list(robot).chosenProperty().get().orElseThrow().number();
        robot.interact(() -> {
            frame.navigator().go(Place.COST);
            frame.navigator().open(Place.AUDIT, vault.id("payroll"));
            frame.navigator().screen(Place.AUDIT).closeSubject();
            frame.navigator().go(Place.COST);
            frame.navigator().back();
            frame.navigator().back();
            frame.navigator().back();
        });
        assertThat(frame.navigator().visitProperty().get().subject().map(Subject::id)).contains("#" + looked);
        assertThat(robot.lookup("Why it was allowed").tryQuery()).isPresent();
    }

    @Test
    void arrowsOnTheHistogramMarkAStretchAndEscapeLetsGo(FxRobot robot) {
        robot.interact(() -> histogram(robot).requestFocus());
        Keyboard.push(KeyCode.LEFT);
        assertThat(histogram(robot).brushProperty().get()).isPresent();
        Keyboard.push(KeyCode.ESCAPE);
        assertThat(histogram(robot).brushProperty().get()).isEmpty();
    }

    @Test
    void plusZoomsInAndSaysHowLongTheStretchIs(FxRobot robot) {
        robot.interact(() -> histogram(robot).requestFocus());
        Keyboard.push(KeyCode.PLUS);
        assertThat(robot.lookup((ToggleButton chip) -> chip.isVisible() && chip.isSelected() && chip.getText().equals("21 d")).tryQuery()).isPresent();
    }

    @Test
    void endGoesToTheOldestEventAndHomeToTheNewest(FxRobot robot) {
        robot.interact(() -> list(robot).requestFocus());
        Keyboard.push(KeyCode.END);
        long oldest = list(robot).chosenProperty().get().orElseThrow().number();
        assertThat(list(robot).getSelectionModel().getSelectedIndex()).isEqualTo(list(robot).getItems().size() - 1);
        Keyboard.push(KeyCode.HOME);
        assertThat(list(robot).chosenProperty().get().orElseThrow().number()).isGreaterThan(oldest);
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
        Keyboard.push(KeyCode.ENTER);
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
    void aResultNothingHasOffersToClearThatFilterAlone(FxRobot robot) {
        robot.interact(() -> robot.lookup("Result").queryButton().fire());
        robot.interact(() -> menuItem(robot, "Denied").fire());
        assertThat(robot.lookup("No denied calls in this range").tryQuery()).isPresent();
        robot.interact(robot.lookup("Clear result filter").queryButton()::fire);
        assertThat(list(robot).getItems()).isNotEmpty();
    }

    @Test
    void eachChipIsTakenAwayByItself(FxRobot robot) {
        for (String name : List.of("Encrypt", "CreateKey")) {
            robot.interact(() -> robot.lookup("#add-filter").queryButton().fire());
            robot.interact(() -> menuItem(robot, name).fire());
        }
        robot.interact(chip(robot, "Remove filter Operation CreateKey")::fire);
        assertThat(robot.lookup((Button chip) -> "Remove filter Operation CreateKey".equals(chip.getAccessibleText())).tryQuery()).isEmpty();
        assertThat(chip(robot, "Remove filter Operation Encrypt")).isNotNull();
        Keyboard.push(KeyCode.ESCAPE);
    }

    private static Button chip(FxRobot robot, String accessibleText) {
        return robot.lookup((Button chip) -> accessibleText.equals(chip.getAccessibleText())).queryButton();
    }

    private static MenuItem menuItem(FxRobot robot, String text) {
        return javafx.stage.Window.getWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .flatMap(menu -> ((javafx.scene.control.ContextMenu) menu).getItems().stream())
                .flatMap(item -> item instanceof javafx.scene.control.Menu menu
                        ? menu.getItems().stream()
                        : java.util.stream.Stream.of(item))
                .filter(item -> text.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void doubleClickOnTheHistogramUnmarksAndZoomsBackOut(FxRobot robot) {
        robot.interact(() -> histogram(robot).requestFocus());
        Keyboard.push(KeyCode.PLUS);
        robot.doubleClickOn(histogram(robot));
        assertThat(robot.lookup((ToggleButton chip) -> chip.isSelected() && chip.getText().equals("30 d")).tryQuery()).isPresent();
    }

    @Test
    void theRowBeforeIsOneStepAway(FxRobot robot) {
        robot.interact(() -> list(robot).chooseFirst());
        long number = list(robot).chosenProperty().get().orElseThrow().number();
        robot.interact(() -> robot.lookup((Hyperlink link) -> "The row before".equals(link.getAccessibleText())).<Hyperlink>query().fire());
        assertThat(robot.lookup((Label label) -> label.getText().equals("#" + (number - 1))).tryQuery()).isPresent();
    }

    @Test
    void theDecidingStatementIsShownAsItIsWritten(FxRobot robot) {
        robot.interact(() -> list(robot).choose(encrypted(robot)));
        robot.interact(() -> robot.lookup("Show statement").<Hyperlink>query().fire());
        TextArea statement = robot.lookup((TextArea area) -> "The statement, as it is today".equals(area.getAccessibleText())).query();
        assertThat(statement.isVisible()).isTrue();
        assertThat(statement.getText()).contains("\"Effect\" : \"Allow\"");
    }

    private long encrypted(FxRobot robot) {
        return list(robot).getItems().stream()
                .filter(TimelineItem.Fold.class::isInstance)
                .map(fold -> ((TimelineItem.Fold) fold).newest().number())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theListStaysWhereItIsWhilePagesComeAndGo(FxRobot robot) {
        for (int i = 0; i < 2_000; i++) {
            vault.encrypt(i % 2 == 0 ? "payroll" : "customer-pii", Map.of());
        }
        robot.interact(() -> robot.lookup((ToggleButton chip) -> chip.getText().equals("All")).queryAs(ToggleButton.class).fire());
        var complaints = new ComplaintsOfControls();
        long above = Long.MAX_VALUE;
        for (int step = 0; step < 60; step++) {
            robot.interact(() -> {
                VirtualFlow<?> flow = (VirtualFlow<?>) list(robot).lookup(".virtual-flow");
                flow.scrollPixels(2_000);
                list(robot).layout();
            });
            long top = first(robot);
            assertThat(top).as("step %s", step).isLessThanOrEqualTo(above);
            above = top;
        }
        assertThat(above).as("the end was reached").isLessThan(60);
        assertThat(list(robot).getItems()).hasSizeLessThan(EventPages.HELD * EventPages.PAGE + 100);
        assertThat(complaints.end()).isEmpty();
    }

    private long first(FxRobot robot) {
        VirtualFlow<?> flow = (VirtualFlow<?>) list(robot).lookup(".virtual-flow");
        return switch (flow.getFirstVisibleCell().getItem()) {
            case TimelineItem.Single single -> single.event().number();
            case TimelineItem.Fold fold -> fold.newest().number();
            default -> ((TimelineItem.Single) list(robot).getItems().get(flow.getFirstVisibleCell().getIndex() + 1)).event().number();
        };
    }

    @Test
    void aBrokenChainStaysOnTheScreenUntilItIsFoundWhole(FxRobot robot) {
        var said = new ArrayList<String>();
        var broken = new ChainReport.Broken(
                new VerifyTrail.Broken(17, "The row was changed after it was written", "aa", "bb", Optional.of(0L)), SeededVault.NOW);
        robot.interact(() -> {
            var banner = new ChainBanner(() -> said.add("evidence"), () -> said.add("checkpoint"), () -> said.add("backup"));
            banner.show(broken);
            assertThat(banner.getAccessibleText()).contains("Broken at #17").contains("Nothing was changed or repaired.");
            banner.lookupAll(".button").forEach(button -> ((Button) button).fire());
            banner.show(new ChainReport.Verifying(0));
            assertThat(banner.isVisible()).as("while it is walked again").isTrue();
            banner.show(new ChainReport.Verified(20, "cc", 1, SeededVault.NOW));
            assertThat(banner.isVisible()).isFalse();
        });
        assertThat(said).containsExactlyInAnyOrder("evidence", "checkpoint", "backup");
    }

    @Test
    void inANarrowWindowTheDetailLiesOverTheListUntilEscape(FxRobot robot) {
        robot.interact(() -> robot.listWindows().getFirst().setWidth(1000));
        robot.interact(() -> list(robot).chooseFirst());
        assertThat(robot.lookup(".event-detail").query().isVisible()).isTrue();
        robot.interact(robot.lookup("Close").queryButton()::fire);
        assertThat(robot.lookup(".event-detail").query().isVisible()).isFalse();
    }

    @Test
    void theCountStandsBesideThePicture(FxRobot robot) {
        assertThat(robot.lookup((Label label) -> label.getText().contains("events in range")).tryQuery()).isPresent();
    }

    /// What JavaFX's controls have to say of how they are used.
    private static final class ComplaintsOfControls extends Handler {
        private final Logger logger = Logger.getLogger("javafx.scene.control");
        private final List<String> said = new ArrayList<>();

        ComplaintsOfControls() {
            logger.addHandler(this);
        }

        List<String> end() {
            logger.removeHandler(this);
            return said;
        }

        @Override
        public void publish(LogRecord complaint) {
            said.add(complaint.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
