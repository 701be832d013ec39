package app.keyhold.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.files.FileService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A newcomer, from the first page to the first encrypted file: with the real derivation, and a sheet that is proven.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class FirstFileTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path folder;
    private Shell shell;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        folder = Files.createTempDirectory(temporary, "newcomer");
        var fixture = new DesktopFixture(folder);
        window = ShellWindow.show(stage, fixture.parts(), 980, 980, it -> it.showFirstRun(fixture.folder));
        shell = window.shell();
        desk = window.robot();
    }

    @AfterEach
    void stop() {
        window.close();
    }

    private String word(int number) {
        List<String> cells = shell.root().lookupAll(".word").stream()
                .map(node -> ((Label) node).getText())
                .collect(Collectors.toList());
        return cells.get(number - 1);
    }

    @Test
    void isAtTheFirstEncryptedFileInNinetySeconds() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear Eva");
        long began = System.nanoTime();
        desk.press("#create");
        desk.press("#next");
        desk.type("#new-passphrase", DesktopFixture.PASSPHRASE);
        desk.type("#repeat-passphrase", DesktopFixture.PASSPHRASE);
        desk.press("#next");
        desk.waitFor("the sheet", () -> shell.root().lookupAll(".word").size() == 24);
        desk.type("#word-7", word(7));
        desk.type("#word-19", word(19));
        desk.press("#next");
        desk.press("#next");
        desk.press("#next");
        desk.waitFor("the open vault", () -> shell.frame().isPresent());
        desk.run(() -> shell.frame().orElseThrow().take(List.of(letter)));
        desk.press("#start");
        Path encrypted = folder.resolve("letter.txt.khd");
        desk.waitFor("the encrypted file", () -> Files.exists(encrypted));

        var taken = Duration.ofNanos(System.nanoTime() - began);
        System.out.println("First encrypted file after " + taken.toMillis() + " ms, without the time to write down a sheet");
        assertThat(taken).isLessThan(LONGEST);
        assertThat(FileService.isMessage(encrypted)).isTrue();
    }
}
