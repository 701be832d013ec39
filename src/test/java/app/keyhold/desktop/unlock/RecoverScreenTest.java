package app.keyhold.desktop.unlock;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.Shell;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.vault.Unlocking;
import app.keyhold.vault.operation.CreateRecoverySheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The passphrase is forgotten, the recovery sheet is at hand.
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class RecoverScreenTest {
    private static final String NEW = "teapot glacier saffron window";

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private DesktopFixture fixture;
    private List<String> words = List.of();
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        fixture = new DesktopFixture(Files.createTempDirectory(temporary, "recover"));
        try (var vault = fixture.create()) {
            var sheet = vault.client().call(new CreateRecoverySheet.Request("owner")).sheet();
            words = List.copyOf(sheet.wordList());
            sheet.close();
        }
        window = ShellWindow.show(stage, fixture.parts().opening(fixture.folder, List.of()), 980, 900, Shell::start);
        shell = window.shell();
        desk = window.robot();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private void write(List<String> text) {
        desk.press("#cant-unlock");
        desk.press("#recover");
        desk.waitFor("the words", () -> shell.root().lookup("#recovery-words") != null);
        desk.run(() -> desk.find("#recovery-words", TextArea.class).setText(String.join(" ", text)));
    }

    private String hint() {
        return ((Labeled) shell.root().lookup("#recovery-hint")).getText();
    }

    private void choose(String passphrase) {
        desk.type("#new-passphrase", passphrase);
        desk.type("#repeat-passphrase", passphrase);
    }

    @Test
    void theWordsSetANewPassphrase() {
        write(words);
        assertThat(hint()).isEqualTo("These are the words of a recovery sheet.");
        choose(NEW);
        desk.press("#recover-now");
        desk.waitFor("the open vault", () -> shell.frame().isPresent());

        desk.run(shell::stop);
        try (var passphrase = DesktopFixture.secret(NEW)) {
            fixture.wiring.vaults().unlock(fixture.folder, Unlocking.as("owner", passphrase, "desktop")).close();
        }
    }

    @Test
    void saysWhichWordIsWrong() {
        var typed = new ArrayList<>(words);
        typed.set(4, words.get(4) + "x");
        write(typed);

        assertThat(hint()).startsWith("Word 5 is not on the list. Do you mean “" + words.get(4) + "”?");
        choose(NEW);
        assertThat(desk.find("#recover-now", Button.class).isDisabled()).isTrue();
    }

    @Test
    void countsTheWordsTypedSoFar() {
        write(words.subList(0, 7));

        assertThat(hint()).isEqualTo("7 of 24 words");
    }

    @Test
    void asksForAStrongPassphrase() {
        write(words);
        choose("password1");

        assertThat(desk.find("#recover-now", Button.class).isDisabled()).isTrue();
    }
}
