package app.keyhold.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.files.DecryptOrder;
import app.keyhold.files.Progress;
import app.keyhold.vault.Unlocking;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real file from a real file manager, dragged onto the real window. The headless platform can't start a drag, so this
/// runs the desktop in a process of its own on a virtual display.
@Timeout(180)
class RealDropTest {
    @TempDir
    private Path temporary;

    @Test
    void encryptsAFileDraggedFromTheFileManager() throws Exception {
        var missing = Desk.missing("pcmanfm");
        assumeTrue(missing.isEmpty(), () -> "No " + missing.orElse("") + " on this machine, so nothing can be dragged");
        var fixture = new DesktopFixture(temporary);
        fixture.create().lock();
        Path shown = Files.createDirectory(temporary.resolve("shown"));
        Path letter = Files.writeString(shown.resolve("letter.txt"), "Dear Eva, this was dropped.");
        Path encrypted = shown.resolve("letter.txt.khd");

        try (var desk = new Desk(Files.createDirectory(temporary.resolve("logs")))) {
            desk.start("desktop", desktop());
            desk.start("pcmanfm", "pcmanfm", "--no-desktop", shown.toString());
            desk.place("--class", "pcmanfm", 0, 40, 300, 300);
            String window = desk.place("--name", "^Keyhold$", 305, 40, 970, 800);
            openTheVault(desk, window);
            dragUntil(desk, encrypted);
        }

        try (var vault = fixture.wiring
                .vaults()
                .unlock(fixture.folder, Unlocking.as("owner", DesktopFixture.secret(DesktopFixture.PASSPHRASE), "cli"))) {
            Files.delete(letter);
            fixture.wiring.files(vault).decrypt(DecryptOrder.of(encrypted), Progress.none());
        }
        assertThat(letter).hasContent("Dear Eva, this was dropped.");
    }

    private void openTheVault(Desk desk, String window) throws Exception {
        desk.xdotool("windowactivate", "--sync", window);
        desk.xdotool("type", "--delay", "20", DesktopFixture.PASSPHRASE);
        desk.xdotool("key", "Return");
        TimeUnit.SECONDS.sleep(3);
    }

    /// A slow machine may still be deriving the key: a hand would try again, too. A drop on the locked window waits for
    /// the vault, so the file may arrive either way.
    private static void dragUntil(Desk desk, Path result) throws Exception {
        for (int attempt = 0; attempt < 4 && !Files.exists(result); attempt++) {
            desk.drag(208, 156, 780, 500);
            for (int i = 0; i < 50 && !Files.exists(result); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        Desk.awaitThat("the dropped file is encrypted", () -> Files.exists(result));
    }

    private String[] desktop() {
        return Desk.java(
                DropHost.class,
                temporary.resolve("personal.keyhold").toString(),
                temporary.resolve("state").toString());
    }
}
