package app.keyhold.desktop.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.desktop.DesktopRobot;
import app.keyhold.desktop.ShellWindow;
import app.keyhold.desktop.frame.Place;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.Collision;
import app.keyhold.files.Destination;
import app.keyhold.files.JobQueue;
import app.keyhold.files.Sealing;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.OpenVault;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The window after a crash: note and half-written file lie there as a killed process leaves them (copied from under a
/// living one, which then is ended properly).
@ExtendWith(ApplicationExtension.class)
class UnfinishedScreenTest {
    @TempDir
    static Path temporary;

    private ShellWindow window;
    private Path film;
    private Path part;
    private Path result;
    private DesktopRobot desk;

    @Start
    void start(Stage stage) throws Exception {
        Path folder = Files.createTempDirectory(temporary, "unfinished");
        var fixture = new DesktopFixture(folder);
        OpenVault vault = fixture.create();
        film = folder.resolve("film.mov");
        part = folder.resolve("film.mov.khd.part");
        result = folder.resolve("film.mov.khd");
        leaveHalf(fixture, vault, folder.resolve("state").resolve(vault.vaultId() + ".jobs"));
        window = ShellWindow.show(stage, fixture.parts().showing(vault));
        desk = window.robot();
        window.navigator().go(Place.FILES);
    }

    private void leaveHalf(DesktopFixture fixture, OpenVault vault, Path notes) throws Exception {
        try (var sparse = new RandomAccessFile(film.toFile(), "rw")) {
            sparse.setLength(8L << 30);
        }
        Path half = part.resolveSibling("half");
        Path note = notes.resolveSibling("note");
        try (var queue = new JobQueue(fixture.wiring.files(vault))) {
            queue.submit(new BatchOrder.Encrypt(
                    List.of(film), Destination.beside(), Sealing.under(FirstRun.MY_FILES), Collision.KEEP_BOTH, false, false));
            while (!Files.exists(part)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            TimeUnit.MILLISECONDS.sleep(200);
            try (var all = Files.list(notes)) {
                Files.copy(all.toList().getFirst(), note);
            }
            Files.writeString(half, "half a message");
        }
        assertThat(part).doesNotExist();
        Files.move(half, part);
        Files.move(note, notes.resolve("left.note"));
        try (var shorter = new RandomAccessFile(film.toFile(), "rw")) {
            shorter.setLength(1 << 20);
        }
    }

    @AfterEach
    void stop() {
        window.close();
    }

    @Test
    void offersToGoOnAndDoesUnderAFreshKey(FxRobot robot) {
        desk.waitFor("the offer", () -> words(robot).contains("Encrypting film.mov was interrupted"));
        assertThat(words(robot)).contains("One file is half written.").contains("The originals are untouched.");

        desk.press("#resume-unfinished");

        desk.waitFor("the result", () -> Files.exists(result));
        assertThat(part).doesNotExist();
        desk.waitFor("no offer any more", () -> robot.lookup("#resume-unfinished").tryQuery().isEmpty());
    }

    @Test
    void offersToCleanUp(FxRobot robot) {
        desk.press("#clean-unfinished");

        desk.waitFor("the part gone", () -> !Files.exists(part));
        assertThat(result).doesNotExist();
        assertThat(film).exists();
        desk.waitFor("no offer any more", () -> robot.lookup("#clean-unfinished").tryQuery().isEmpty());
    }

    private static String words(FxRobot robot) {
        return robot.lookup((Label label) -> true).queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList()
                .toString();
    }
}
