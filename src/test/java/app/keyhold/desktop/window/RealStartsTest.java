package app.keyhold.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyhold.Keyhold;
import app.keyhold.desktop.DesktopFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `keyhold desktop FILE` as a person or a file manager starts it: real processes, real windows.
@Timeout(240)
class RealStartsTest {
    @TempDir
    private Path temporary;

    private DesktopFixture fixture;
    private Path logs;

    @BeforeEach
    void prepare() throws Exception {
        var missing = Desk.missing();
        assumeTrue(missing.isEmpty(), () -> "No " + missing.orElse("") + " on this machine, so no window can be opened");
        fixture = new DesktopFixture(temporary);
        fixture.create().lock();
        logs = Files.createDirectory(temporary.resolve("logs"));
        Path state = Files.createDirectory(logs.resolve("keyhold"));
        Files.writeString(state.resolve("desktop.properties"), "dropWithoutAsking=true\n");
    }

    @Test
    void aSecondStartHandsItsFileToTheOpenWindow() throws Exception {
        Path first = Files.writeString(temporary.resolve("first.txt"), "given at the start");
        Path second = Files.writeString(temporary.resolve("second.txt"), "given to a second start");
        try (var desk = new Desk(logs)) {
            Process window = start(desk, "window", first);
            unlockFor(desk, first);

            Process other = start(desk, "other", second);
            assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(other.exitValue()).isZero();
            desk.awaitThat("the file of the second start is encrypted", () -> Files.exists(encrypted(second)));
            assertThat(window.isAlive()).isTrue();
        }
        assertThat(first).exists();
        assertThat(second).exists();
    }

    @Test
    void aClosedWindowEndsAndOpensAgainAsItWasLeft() throws Exception {
        Path letter = Files.writeString(temporary.resolve("letter.txt"), "after it was opened again");
        try (var desk = new Desk(logs)) {
            Process window = start(desk, "window");
            String shown = desk.place("--name", "Keyhold", 40, 60, 1010, 700);
            TimeUnit.MILLISECONDS.sleep(500);
            desk.awaitThat("the window is closed", () -> closes(desk, shown, window));
            assertThat(window.exitValue()).isZero();

            start(desk, "again", letter);
            desk.awaitThat("it is as large as before", () -> desk.xdotool("search", "--onlyvisible", "--name", "Keyhold")
                    .lines()
                    .anyMatch(id -> geometry(desk, id).contains("Geometry: 1010x700")));
            unlockFor(desk, letter);
        }
    }

    /// A key pressed while the window manager is passing the keyboard on reaches nobody.
    private static boolean closes(Desk desk, String shown, Process window)
            throws IOException, InterruptedException {
        if (!desk.xdotool("getactivewindow").equals(shown)) {
            desk.xdotool("windowactivate", shown);
            return window.waitFor(1, TimeUnit.SECONDS);
        }
        desk.xdotool("key", "alt+F4");
        return window.waitFor(5, TimeUnit.SECONDS);
    }

    private static String geometry(Desk desk, String window) {
        try {
            return desk.xdotool("getwindowgeometry", window);
        } catch (Exception gone) {
            return "";
        }
    }

    private Process start(Desk desk, String name, Path... files) throws Exception {
        var words = new ArrayList<>(List.of("--vault", fixture.folder.toString(), "desktop"));
        for (Path file : files) {
            words.add(file.toString());
        }
        return desk.start(name, Desk.java(Keyhold.class, words.toArray(String[]::new)));
    }

    /// The file given at the start waits for the vault.
    private static void unlockFor(Desk desk, Path file) throws Exception {
        String shown = desk.place("--name", "Keyhold", 40, 60, 1010, 700);
        desk.typeUntil("the file given at the start is encrypted", shown, DesktopFixture.PASSPHRASE, () -> Files.exists(encrypted(file)));
    }

    private static Path encrypted(Path file) {
        return file.resolveSibling(file.getFileName() + ".khd");
    }
}
