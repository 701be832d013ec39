package app.keyhold.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/// Makes the names in a folder last over a power cut, at once for all that wait. Windows keeps names by itself and cannot
/// open a folder.
final class FolderSync {
    private static final Map<Path, FolderSync> FOLDERS = new HashMap<>();

    private final Rounds rounds = new Rounds();
    private int users;

    private FolderSync() {}

    static void run(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        FolderSync sync;
        synchronized (FOLDERS) {
            sync = FOLDERS.computeIfAbsent(folder, _ -> new FolderSync());
            sync.users++;
        }
        try {
            // Where another's round failed, its own tells why.
            boolean served = false;
            while (!served) {
                served = sync.rounds.await(() -> force(folder));
            }
        } finally {
            synchronized (FOLDERS) {
                sync.users--;
                if (sync.users == 0) {
                    FOLDERS.remove(folder);
                }
            }
        }
    }

    private static boolean force(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
            return true;
        }
    }
}
