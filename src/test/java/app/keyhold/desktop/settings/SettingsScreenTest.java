package app.keyhold.desktop.settings;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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
        assertThat(desk.find("#renew-sheet", Button.class).isFocused()).isTrue();
        aNewSheetIsNotLostToEscapeAndCountsAsTestedOnceTwoWordsWereTyped();
    }

    private void aNewSheetIsNotLostToEscapeAndCountsAsTestedOnceTwoWordsWereTyped() {
        desk.press("#renew-sheet");
        desk.press("#make-sheet");
        desk.waitFor("the words", () -> shell.root().lookup("#sheet-words .word") != null);
        Keyboard.push(KeyCode.ESCAPE);
        List<String> words = shell.root().lookupAll("#sheet-words .word").stream()
                .map(word -> ((Label) word).getText())
                .toList();
        assertThat(words).as("the sheet after Escape").hasSize(24);

        assertThat(desk.find("#sheet-done", Button.class).isDisabled()).isTrue();
        desk.type("#sheet-word-7", words.get(6));
        desk.type("#sheet-word-19", words.get(18));
        desk.press("#sheet-done");
        desk.waitFor("the tested sheet", () -> desk.find("#sheet-state", Label.class).getText().startsWith("Last tested"));
        assertThat(shell.root().lookup("#sheet-words")).isNull();
    }

    @Test
    void thePassphraseIsChangedInTheWindow(FxRobot robot) {
        desk.press("#change-passphrase");
        desk.waitFor("the dialog", () -> robot.lookup("#passphrase-dialog").tryQuery().isPresent());
        type("#current-passphrase", DesktopFixture.PASSPHRASE);
        type("#next-passphrase", NEXT);
        type("#next-passphrase-again", NEXT);
        desk.waitFor("a strong one", () -> !desk.find("#passphrase-for-good", Button.class).isDisabled());
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
