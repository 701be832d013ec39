package app.keyhold.desktop.keys.grant;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DeskWindow;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.Frame;
import app.keyhold.desktop.frame.Place;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.vault.operation.DeleteUser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Grants are made, listed and ended in the key's pane.
@ExtendWith(ApplicationExtension.class)
class GrantsScreenTest {
    private static final String EVA = "arn:aws:iam::123456789012:user/eva";

    @TempDir
    static Path folder;

    private SeededVault vault;
    private Frame frame;

    @Start
    void start(Stage stage) throws Exception {
        vault = new SeededVault(Files.createTempDirectory(folder, "vault"));
        vault.user("eva");
        frame = DeskWindow.show(stage, vault, Place.KEYS, 1000, 800);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aGrantIsMadeAndListed(FxRobot robot) {
        open(robot, "payroll");
        press(robot, "#create-grant");
        assertThat(robot.lookup("#make-grant").queryButton().isDisabled()).isTrue();
        robot.interact(() -> robot.lookup("#grantee").queryAs(ComboBox.class).getEditor().setText("eva"));
        robot.interact(() -> robot.lookup((CheckBox box) -> box.getText().equals("Decrypt")).queryAs(CheckBox.class).fire());
        press(robot, "#make-grant");

        assertThat(grants(robot)).singleElement().satisfies(grant -> {
            assertThat(grant.granteePrincipal()).contains(EVA);
            assertThat(grant.operations()).containsExactly(GrantOperation.Decrypt);
        });
    }

    @Test
    void aGrantIsRevokedOnceThatIsConfirmed(FxRobot robot) {
        grant(GrantOperation.Encrypt);
        open(robot, "payroll");
        assertThat(robot.lookup("#revoke-grant").queryButton().isDisabled()).isTrue();
        choose(robot);
        press(robot, "#revoke-grant");
        assertThat(grants(robot)).hasSize(1);

        press(robot, "#end-grant");
        assertThat(grants(robot)).isEmpty();
    }

    @Test
    void theOwnerMayRetireAGrantToo(FxRobot robot) {
        grant(GrantOperation.Encrypt);
        open(robot, "payroll");
        choose(robot);
        press(robot, "#retire-grant");
        press(robot, "#end-grant");

        assertThat(grants(robot)).isEmpty();
    }

    @Test
    void somebodyWhoIsGoneIsNotShownByTheirOldName(FxRobot robot) {
        grant(GrantOperation.Encrypt);
        vault.client().call(new DeleteUser.Request("eva"));
        open(robot, "payroll");

        assertThat(robot.lookup(".grant .medium").queryAllAs(Label.class))
                .extracting(Label::getText)
                .singleElement()
                .asString()
                .startsWith("To somebody who is gone (AIDA");
    }

    @Test
    void anotherKeysGrantsAreNotLeftStanding(FxRobot robot) {
        grant(GrantOperation.Encrypt);
        open(robot, "payroll");
        open(robot, "customer-pii");

        assertThat(grants(robot)).isEmpty();
    }

    private void grant(GrantOperation operation) {
        vault.client().call(CreateGrant.Request.of(vault.id("payroll"), EVA, operation));
    }

    private void open(FxRobot robot, String name) {
        robot.interact(() -> frame.navigator().open(Place.KEYS, vault.id(name)));
        robot.interact(() -> {
            TabPane tabs = robot.lookup(".key-tabs").queryAs(TabPane.class);
            tabs.getTabs().stream()
                    .filter(tab -> tab.getText().equals("Grants"))
                    .forEach(tabs.getSelectionModel()::select);
        });
    }

    private static void press(FxRobot robot, String id) {
        Button button = robot.lookup(id).queryButton();
        robot.interact(button::fire);
    }

    private static void choose(FxRobot robot) {
        robot.interact(() -> robot.lookup(".grants").queryAs(ListView.class).getSelectionModel().select(0));
    }

    @SuppressWarnings("unchecked")
    private static List<GrantListEntry> grants(FxRobot robot) {
        return robot.lookup(".grants").queryAs(ListView.class).getItems();
    }
}
