package app.keyhold.desktop.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.keyhold.desktop.DesktopFixture;
import app.keyhold.files.DecryptOrder;
import app.keyhold.files.Progress;
import app.keyhold.vault.Unlocking;
import java.awt.Point;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A real file from a real file manager, dragged onto the real window. The headless platform can't start a drag, so this
/// runs the desktop in a process of its own on a virtual display.
@Timeout(180)
class RealDropTest {
    /// Where the file manager shows its only file.
    private static final Point LETTER = new Point(208, 156);
    private static final Point DESKTOP = new Point(780, 500);

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

        Path logs = Files.createDirectory(temporary.resolve("logs"));
        Path said = logs.resolve("desktop.log");

        try (var desk = new Desk(logs)) {
            desk.start("desktop", desktop());
            desk.start("pcmanfm", "pcmanfm", "--no-desktop", shown.toString());
            desk.place("--class", "pcmanfm", 0, 40, 300, 300);
            String window = desk.place("--name", "^Keyhold$", 305, 40, 970, 800);
            desk.typeUntil("the vault is open", window, DesktopFixture.PASSPHRASE, () -> Files.readString(said).contains(DropHost.OPENED));
            desk.dragUntil("the dropped file is encrypted", LETTER, DESKTOP, () -> Files.exists(encrypted));
        }

        try (var vault = fixture.wiring
                .vaults()
                .unlock(fixture.folder, Unlocking.as("owner", DesktopFixture.secret(DesktopFixture.PASSPHRASE), "cli"))) {
            Files.delete(letter);
            fixture.wiring.files(vault).decrypt(DecryptOrder.of(encrypted), Progress.none());
        }
        assertThat(letter).hasContent("Dear Eva, this was dropped.");
    }

    private String[] desktop() {
        return Desk.java(
                DropHost.class,
                temporary.resolve("personal.keyhold").toString(),
                temporary.resolve("state").toString());
    }
}
