package app.keyhold.files.bin;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bin of macOS or Windows, as the system itself fills it.
final class PlatformBin implements Bin {
    @Override
    public void put(Path file) throws IOException {
        requireKept(file);
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.MOVE_TO_TRASH)) {
            throw new NoBinException("this session has no bin");
        }
        if (!Desktop.getDesktop().moveToTrash(file.toFile())) {
            throw new IOException("the system did not take it into its bin");
        }
    }

    /// Windows deletes for good what lies on a share or a stick.
    private static void requireKept(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        if (absolute.getRoot() != null && absolute.getRoot().toString().startsWith("\\\\")) {
            throw new NoBinException("shares have no bin");
        }
        if (isRemovable(absolute)) {
            throw new NoBinException("removable disks have no bin");
        }
    }

    private static boolean isRemovable(Path file) throws IOException {
        try {
            return Boolean.TRUE.equals(Files.getFileStore(file).getAttribute("volume:isRemovable"));
        } catch (UnsupportedOperationException notWindows) {
            return false;
        }
    }
}
