package app.keyhold.desktop.frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/// The system's clipboard. What other programs do about the hints is theirs: KDE's Klipper, GNOME's and Windows' histories
/// and most managers on macOS keep nothing that carries them.
final class SystemBoard implements SecretBoard {
    private static final String SYSTEM = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);

    @Override
    public void put(String secret) {
        var content = new ClipboardContent();
        content.putString(secret);
        if (SYSTEM.contains("win")) {
            hint(content, "ExcludeClipboardContentFromMonitorProcessing", new byte[4]); // not words
            hint(content, "CanIncludeInClipboardHistory", new byte[4]); // not words
            hint(content, "CanUploadToCloudClipboard", new byte[4]); // not words
        } else if (SYSTEM.contains("mac")) {
            hint(content, "org.nspasteboard.ConcealedType", new byte[1]); // not words
        } else {
            hint(content, "x-kde-passwordManagerHint", "secret".getBytes(StandardCharsets.US_ASCII)); // not words
        }
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void hint(ClipboardContent content, String name, byte[] value) {
        var known = DataFormat.lookupMimeType(name);
        content.put(known == null ? new DataFormat(name) : known, ByteBuffer.wrap(value));
    }

    @Override
    public Optional<String> text() {
        var board = Clipboard.getSystemClipboard();
        return board.hasString() ? Optional.ofNullable(board.getString()) : Optional.empty();
    }

    /// Wayland lets no window in the background change the clipboard; its own tool may.
    @Override
    public void clear() {
        Clipboard.getSystemClipboard().clear();
        if (System.getenv("WAYLAND_DISPLAY") != null && text().filter(left -> !left.isEmpty()).isPresent()) {
            try {
                new ProcessBuilder("wl-copy", "--clear").start().waitFor();
            } catch (IOException notThere) {
                // What is left is found by looking, and said.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
