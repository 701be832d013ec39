package app.keyhold.desktop.access;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Keyboard;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.ListUsers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
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

/// People and programs are added and deleted in the window, and it says what that does not reach.
@ExtendWith(ApplicationExtension.class)
class AccessScreenTest {
    private static final String PASSPHRASE = "gravel orbit candle nineteen";

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private DesktopFixture fixture;
    private OpenVault vault;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new DesktopFixture(Files.createTempDirectory(temporary, "access"));
        vault = fixture.create();
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        shell = window.shell();
        desk = window.robot();
        window.navigator().go(Place.ACCESS);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void aPersonAddedHereUnlocksTheVault(FxRobot robot) {
        open(robot);
        desk.type("#user-name", "eva");
        assertThat(desk.find("#add-user", Button.class).isDisabled()).isTrue();
        type("#user-passphrase", PASSPHRASE);
        type("#user-passphrase-again", PASSPHRASE);

        desk.press("#add-user");

        desk.waitFor("eva in the list", () -> names(robot).contains("eva"));
        robot.interact(shell::stop);
        try (var opened = fixture.wiring.vaults()
                .unlock(fixture.folder, Unlocking.as("eva", DesktopFixture.secret(PASSPHRASE), "desktop"))) {
            assertThat(opened.user()).isEqualTo("eva");
        }
    }

    @Test
    void aWeakPassphraseAddsNobody(FxRobot robot) throws Exception {
        open(robot);
        desk.type("#user-name", "eva");
        type("#user-passphrase", "password1");
        type("#user-passphrase-again", "password1");

        desk.waitFor("the verdict", () -> words(robot, ".dialog-box").contains("not enough for a vault"));
        assertThat(desk.find("#add-user", Button.class).isDisabled()).isTrue();
    }

    @Test
    void aProgramNeedsNoPassphraseAndGetsNoKeyslot(FxRobot robot) {
        open(robot);
        desk.press("#program");
        desk.type("#user-name", "billing");

        desk.press("#add-user");

        desk.waitFor("billing in the list", () -> names(robot).contains("billing"));
        assertThat(fixture.wiring.vaults().info(fixture.folder).slots()).hasSize(1);
    }

    @Test
    void deletingSaysWhatItDoesNotReach(FxRobot robot) {
        vault.client()
                .call(new CreateUser.Request(
                        "eva", DesktopFixture.secret(PASSPHRASE), Optional.empty(), "NONE"));
        vault.client()
                .call(new Backup.Request(
                        fixture.folder.resolveSibling("monday.tar").toString()));
        robot.interact(() -> shell.frame().orElseThrow().navigator().currentScreen().onShow());
        desk.waitFor("eva in the list", () -> names(robot).contains("eva"));
        robot.interact(() -> table(robot).getSelectionModel().select(names(robot).indexOf("eva")));

        desk.press("#delete-user");
        desk.waitFor("the dialog", () -> robot.lookup("#delete-for-good").tryQuery().isPresent());
        assertThat(words(robot, ".dialog-box"))
                .contains("Every copy made before still opens")
                .contains("monday.tar")
                .contains("vault rekey");

        desk.press("#delete-for-good");
        desk.waitFor("eva gone", () -> !names(robot).contains("eva"));
    }

    @Test
    void theOwnerIsNotForDeletion(FxRobot robot) {
        desk.waitFor("the owner", () -> names(robot).contains("owner"));
        robot.interact(() -> table(robot).getSelectionModel().select(0));

        assertThat(desk.find("#delete-user", Button.class).isDisabled()).isTrue();
    }

    @Test
    void anAccessKeysSecretIsShownUntilThePersonHasIt(FxRobot robot) {
        vault.client().call(CreateUser.Request.endpointOnly("billing", "KEY_USER"));
        robot.interact(() -> shell.frame().orElseThrow().navigator().currentScreen().onShow());
        desk.waitFor("billing in the list", () -> names(robot).contains("billing"));
        robot.interact(() -> table(robot).getSelectionModel().select(names(robot).indexOf("billing")));
        desk.waitFor("the section", () -> !desk.find("#create-access-key", Button.class).isDisabled());
        desk.press("#create-access-key");
        desk.waitFor("the dialog", () -> robot.lookup("#new-access-key").tryQuery().isPresent());
        Label secret = desk.find("#access-key-secret", Label.class);
        assertThat(secret.getText()).hasSize(40);
        assertThat(words(robot, ".dialog-box")).contains("There is none yet");

        Keyboard.push(KeyCode.ESCAPE);
        assertThat(robot.lookup("#new-access-key").tryQuery()).isPresent();
        assertThat(desk.find("#access-key-done", Button.class).isDisabled()).isTrue();

        desk.run(() -> desk.find("#access-key-kept", CheckBox.class).fire());
        desk.press("#access-key-done");
        desk.waitFor("the dialog to go", () -> robot.lookup("#new-access-key").tryQuery().isEmpty());
        desk.waitFor("the secret to go", () -> secret.getText().isEmpty());
        desk.waitFor("the key in the section", () -> words(robot, "#access-keys").contains("never used"));
    }

    private void open(FxRobot robot) {
        desk.waitFor("the list", () -> !names(robot).isEmpty());
        desk.press("#add");
        desk.waitFor("the dialog", () -> robot.lookup("#new-user").tryQuery().isPresent());
    }

    private void type(String field, String secret) {
        var there = desk.find(field, SecretField.class);
        desk.run(() -> there.replaceText(0, there.getLength(), secret));
    }

    @SuppressWarnings("unchecked")
    private static TableView<ListUsers.User> table(FxRobot robot) {
        return robot.lookup(".users").queryAs(TableView.class);
    }

    private static List<String> names(FxRobot robot) {
        return table(robot).getItems().stream().map(ListUsers.User::userName).toList();
    }

    private static String words(FxRobot robot, String around) {
        return robot.from(robot.lookup(around).queryAll()).lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
