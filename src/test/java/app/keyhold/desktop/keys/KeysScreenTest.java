package app.keyhold.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.TextScale;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.DescribeKey;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
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

@ExtendWith(ApplicationExtension.class)
class KeysScreenTest {
    @TempDir
    static Path folder;

    private SeededVault vault;
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(java.nio.file.Files.createTempDirectory(folder, "vault"));
        frame = DeskWindow.show(stage, vault, Place.KEYS, 1280, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private void open(FxRobot robot, String name) {
        robot.interact(() -> frame.navigator().open(Place.KEYS, vault.id(name)));
    }

    private void press(FxRobot robot, String text) {
        Button button = robot.lookup((Node node) -> node instanceof Button found && text.equals(found.getText()) && found.isVisible() && found.getParent().isVisible())
                .queryButton();
        robot.interact(button::fire);
    }

    private String title(FxRobot robot) {
        return robot.lookup(".key-heading .h1").queryAs(Label.class).getText();
    }

    @Test
    void theChosenKeyIsShownBesideTheList(FxRobot robot) {
        open(robot, "payroll");
        assertThat(title(robot)).isEqualTo("alias/payroll");
    }

    @Test
    void aTabIsBuiltWhenItIsFirstLookedAtAndKeptAfterwards(FxRobot robot) {
        open(robot, "payroll");
        TabPane tabs = robot.lookup(".key-tabs").queryAs(TabPane.class);
        assertThat(tabs.getTabs()).filteredOn(tab -> tab.getContent() != null).containsExactly(tabs.getTabs().getFirst());
        robot.interact(() -> tabs.getSelectionModel().selectLast());
        Node history = tabs.getTabs().getLast().getContent();
        robot.interact(() -> tabs.getSelectionModel().selectFirst());
        open(robot, "customer-pii");
        robot.interact(() -> tabs.getSelectionModel().selectLast());
        assertThat(history).isNotNull().isSameAs(tabs.getTabs().getLast().getContent());
    }

    @Test
    void arrowKeysGoFromKeyToKey(FxRobot robot) {
        TableView<?> table = robot.lookup(".table-view").queryAs(TableView.class);
        robot.interact(() -> {
            table.getSelectionModel().select(0);
            table.requestFocus();
        });
        String first = title(robot);
        Keyboard.push(KeyCode.DOWN);
        assertThat(title(robot)).isNotEqualTo(first);
    }

    @Test
    void columnsAreAsWideAsBeforeOnceLargeTextIsUsualAgain(FxRobot robot) {
        open(robot, "payroll");
        TableView<?> table = robot.lookup(".table-view").queryAs(TableView.class);
        var before = widths(table);
        robot.interact(() -> TextScale.set(table.getScene(), 2));
        robot.interact(() -> TextScale.set(frame.getScene(), 1));
        robot.interact(() -> {});
        assertThat(widths(table)).isEqualTo(before);
    }

    private static List<Long> widths(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().map(column -> Math.round(column.getWidth())).toList();
    }

    @Test
    void enterEnterEnterMakesAKeyWithTheTypedName(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.N);
        Keyboard.push(KeyCode.ENTER);
        Keyboard.write("db-master");
        Keyboard.push(KeyCode.ENTER);
        Keyboard.push(KeyCode.ENTER);
        assertThat(title(robot)).isEqualTo("alias/db-master");
    }

    @Test
    void theCountOfShownKeysFollowsTheList(FxRobot robot) {
        enterEnterEnterMakesAKeyWithTheTypedName(robot);
        int keys = robot.lookup(".table-view").queryAs(TableView.class).getItems().size();
        assertThat(robot.lookup(keys + " shown").tryQuery()).isPresent();
    }

    @Test
    void enterInADialogDoesWhatItsButtonSays(FxRobot robot) {
        open(robot, "payroll");
        var before = vault.client().call(DescribeKey.Request.of("alias/payroll")).keyMetadata();
        Keyboard.push(KeyCode.CONTROL, KeyCode.R);
        Keyboard.push(KeyCode.ENTER);
        var after = vault.client().call(DescribeKey.Request.of("alias/payroll")).keyMetadata();
        assertThat(after.currentKeyMaterialId()).isNotEqualTo(before.currentKeyMaterialId());
    }

    @Test
    void aDeletionIsScheduledOnlyWithTheTypedName(FxRobot robot) {
        open(robot, "payroll");
        Keyboard.push(KeyCode.DELETE);
        Button confirm = robot.lookup("Schedule deletion of payroll").queryButton();
        assertThat(confirm.isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#typed-name").queryAs(TextField.class).setText("payroll"));
        robot.interact(confirm::fire);
        var key = vault.client().call(DescribeKey.Request.of("alias/payroll")).keyMetadata();
        assertThat(key.keyState()).isEqualTo(KeyState.PendingDeletion);
    }

    @Test
    void aCancelledDeletionLeavesTheKeyDisabled(FxRobot robot) {
        open(robot, "old-laptop");
        press(robot, "Cancel deletion");
        var key = vault.client().call(DescribeKey.Request.of("alias/old-laptop")).keyMetadata();
        assertThat(key.keyState()).isEqualTo(KeyState.Disabled);
    }

    @Test
    void disablingChangesTheBadgeInPlace(FxRobot robot) {
        open(robot, "webhook-mac");
        press(robot, "Disable");
        assertThat(robot.lookup(".key-heading .state").queryAs(Label.class).getText()).isEqualTo("Disabled");
    }

    @Test
    void searchingNarrowsTheList(FxRobot robot) {
        Keyboard.push(KeyCode.CONTROL, KeyCode.F);
        Keyboard.write("webhook");
        assertThat(robot.lookup(".table-view").queryAs(TableView.class).getItems()).hasSize(1);
    }

    @Test
    void inANarrowWindowTheOpenedKeyTakesTheListsPlaceAndGivesItBack(FxRobot robot) {
        robot.interact(() -> frame.getScene().getWindow().setWidth(900));
        open(robot, "payroll");
        assertThat(robot.lookup(".key-list").tryQuery()).isEmpty();
        Keyboard.push(KeyCode.ESCAPE);
        assertThat(robot.lookup(".key-list").tryQuery()).isPresent();
    }
}
