package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.part.SecretField;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Unlocking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Settings are found by their words, shown on request, and the passphrase is changed in the window.
@ExtendWith(ApplicationExtension.class)
class SettingsScreenTest {
    private static final String NEXT = "gravel orbit candle nineteen";

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private DesktopFixture fixture;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new DesktopFixture(Files.createTempDirectory(temporary, "settings"));
        OpenVault vault = fixture.create();
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        shell = window.shell();
        desk = window.robot();
        window.navigator().go(Place.SETTINGS);
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void everySettingHasItsRow(FxRobot robot) {
        assertThat(shown(robot)).isEqualTo(Set.copyOf(Arrays.asList(Setting.values())));
    }

    @Test
    void searchingLeavesWhatHasTheWords(FxRobot robot) {
        desk.type("#settings-query", "argon");
        assertThat(shown(robot)).containsExactly(Setting.RECALIBRATE);

        desk.run(() -> desk.find("#settings-query", TextField.class).clear());
        assertThat(shown(robot)).hasSize(Setting.values().length);
    }

    @Test
    void aSettingThatIsAskedForIsShownAndHasTheKeyboard(FxRobot robot) {
        desk.type("#settings-query", "argon");
        robot.interact(() -> shell.frame()
                .orElseThrow()
                .navigator()
                .open(Place.SETTINGS, Setting.RECOVERY_SHEET.subject()));

        assertThat(desk.find("#settings-query", TextField.class).getText()).isEmpty();
        assertThat(desk.find("#renew-sheet", javafx.scene.control.Button.class).isFocused()).isTrue();
    }

    @Test
    void thePassphraseIsChangedInTheWindow(FxRobot robot) {
        desk.press("#change-passphrase");
        desk.waitFor("the dialog", () -> robot.lookup("#passphrase-dialog").tryQuery().isPresent());
        type("#current-passphrase", DesktopFixture.PASSPHRASE);
        type("#next-passphrase", NEXT);
        type("#next-passphrase-again", NEXT);
        desk.waitFor("a strong one", () -> !desk.find("#passphrase-for-good", javafx.scene.control.Button.class).isDisabled());
        desk.press("#passphrase-for-good");
        desk.waitFor("the dialog gone", () -> robot.lookup("#passphrase-dialog").tryQuery().isEmpty()
                || !robot.lookup("#passphrase-dialog").query().isVisible()
                || robot.lookup("#passphrase-dialog").query().getScene() == null);

        robot.interact(shell::stop);
        try (var opened = fixture.wiring.vaults()
                .unlock(fixture.folder, Unlocking.as("owner", DesktopFixture.secret(NEXT), "desktop"))) {
            assertThat(opened.user()).isEqualTo("owner");
        }
    }

    private void type(String field, String secret) {
        var there = desk.find(field, SecretField.class);
        desk.run(() -> there.replaceText(0, there.getLength(), secret));
    }

    private static Set<Setting> shown(FxRobot robot) {
        return robot.lookup(".setting-row").queryAll().stream()
                .filter(javafx.scene.Node::isVisible)
                .map(SettingRow.class::cast)
                .map(SettingRow::getSetting)
                .collect(Collectors.toSet());
    }
}
