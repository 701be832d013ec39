package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts an archive into a fresh folder that nobody else writes to. Whoever wrote the archive had the key, which makes
/// them no friend: names that lead elsewhere, links out of the folder, devices, set-id bits, two members under one name,
/// and more than was announced end it. Nothing is written through a link, because folders are only those made here.
///
/// For one thread.
public final class Unpacking {
    private static final int SET_ID = 06000;
    private static final int BUFFER = 256 << 10;

    private final Path root;
    private final TarReader reader;
    private final Limits limits;
    private final boolean sync;
    private final byte[] buffer = new byte[BUFFER];
    /// Whether the archive has told of it yet.
    private final Map<Path, Boolean> folders = new HashMap<>();
    private final List<Later> later = new ArrayList<>();

    private Optional<Blob> top = Optional.empty();

    private record Later(Path folder, TarEntry entry) {}

    /// @param root empty
    /// @param size of the stream behind `reader`, as far as it is known
    public Unpacking(Path root, TarReader reader, long size, boolean sync) {
        this.root = root;
        this.reader = reader;
        this.limits = new Limits(size);
        this.sync = sync;
        folders.put(root, false);
    }

    /// To the end of the archive. What has been written stays when it fails.
    ///
    /// @throws ArchiveException if it is no archive, or one that could do harm
    /// @throws IOException if something could not be written
    public void run() throws IOException {
        try (var finishing = new Finishing()) {
            for (var next = reader.next(); next.isPresent(); next = reader.next()) {
                limits.count(reader, next.get());
                put(next.get(), finishing);
            }
            limits.requireAll(reader);
            finishing.await();
        }
        for (var folder : later.reversed()) {
            if (sync) {
                Disk.syncFolder(folder.folder());
            }
            Disk.give(folder.folder(), folder.entry());
        }
    }

    /// Whether the archive said what the folder itself is to be.
    public boolean toldOfRoot() {
        return Boolean.TRUE.equals(folders.get(root));
    }

    /// Of content.
    public long bytes() {
        return limits.bytes();
    }

    private void put(TarEntry entry, Finishing finishing) throws IOException {
        boolean folder = entry.kind() == TarEntry.Kind.FOLDER;
        var path = inside(EntryPath.of(entry.name(), folder));
        if ((entry.mode() & SET_ID) != 0) {
            throw EntryPath.unsafe(entry.name(), "would run with somebody else's rights (a set-id bit)");
        }
        if (path.parts().isEmpty() && folder) {
            told(root, entry);
            return;
        }
        if (path.parts().isEmpty()) {
            throw EntryPath.unsafe(entry.name(), "is not the folder that the archive announced");
        }
        Path parent = parent(path);
        Path file = EntryPath.child(parent, path.parts().getLast(), path.whole());
        try {
            switch (entry.kind()) {
                case FILE -> file(file, entry, finishing);
                case FOLDER -> folder(file, entry);
                case SYMBOLIC_LINK -> symbolicLink(file, entry, path.parts().size() - 1);
                case HARD_LINK -> hardLink(file, entry);
                case OTHER -> throw EntryPath.unsafe(
                        entry.name(), "is a device, a pipe, or something else that only its own system knows");
            }
        } catch (FileAlreadyExistsException twice) {
            throw EntryPath.unsafe(entry.name(), "is in it twice, or in two spellings that are one name here");
        }
    }

    /// Where all is in one folder, that one becomes the root.
    private EntryPath inside(EntryPath path) {
        if (reader.marker().map(Marker::form).equals(Optional.of(Marker.Form.FOLDER))) {
            Blob first = path.parts().isEmpty() ? TarEntry.NONE : path.parts().getFirst();
            top = top.or(() -> Optional.of(first));
            if (path.parts().isEmpty() || !top.equals(Optional.of(first))) {
                throw EntryPath.unsafe(path.whole(), "is not in the one folder that the archive announced");
            }
            return path.inside();
        }
        return path;
    }

    /// Makes what the archive has not told of.
    private Path parent(EntryPath path) throws IOException {
        Path folder = root;
        for (Blob part : path.parts().subList(0, path.parts().size() - 1)) {
            folder = EntryPath.child(folder, part, path.whole());
            if (!folders.containsKey(folder)) {
                try {
                    Files.createDirectory(folder);
                } catch (FileAlreadyExistsException notAFolder) {
                    throw EntryPath.unsafe(path.whole(), "is inside something that is no folder");
                }
                folders.put(folder, false);
            }
        }
        return folder;
    }

    private void folder(Path folder, TarEntry entry) throws IOException {
        if (!folders.containsKey(folder)) {
            Files.createDirectory(folder, Disk.ownerOnly(folder, true));
        }
        told(folder, entry);
    }

    private void told(Path folder, TarEntry entry) throws IOException {
        if (Boolean.TRUE.equals(folders.put(folder, true))) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        later.add(new Later(folder, entry));
    }

    private void file(Path file, TarEntry entry, Finishing finishing) throws IOException {
        var channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                Disk.ownerOnly(file, false));
        try {
            for (int count = reader.read(buffer, 0, BUFFER); count >= 0; count = reader.read(buffer, 0, BUFFER)) {
                var content = ByteBuffer.wrap(buffer, 0, count);
                while (content.hasRemaining()) {
                    channel.write(content);
                }
            }
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
        finishing.add(channel, sync, () -> Disk.give(file, entry));
    }

    /// @param depth how many folders it is below the root
    private static void symbolicLink(Path file, TarEntry entry, int depth) throws IOException {
        int up = EntryPath.stepsUp(entry.link());
        if (up < 0 || up > depth) {
            throw EntryPath.unsafe(entry.name(), "is a link that leads out of the folder");
        }
        Files.createSymbolicLink(file, Disk.link(file, entry.link()));
    }

    private void hardLink(Path file, TarEntry entry) throws IOException {
        var path = inside(EntryPath.of(entry.link(), false));
        if (path.parts().isEmpty()) {
            throw EntryPath.unsafe(entry.name(), "is a second name of a folder");
        }
        Path folder = root;
        for (Blob part : path.parts().subList(0, path.parts().size() - 1)) {
            folder = EntryPath.child(folder, part, entry.name());
        }
        Path earlier = EntryPath.child(folder, path.parts().getLast(), entry.name());
        if (!folders.containsKey(folder) || !Files.isRegularFile(earlier, LinkOption.NOFOLLOW_LINKS)) {
            throw EntryPath.unsafe(entry.name(), "is a second name of something that is not in it");
        }
        try {
            Files.createLink(file, earlier);
        } catch (FileAlreadyExistsException twice) {
            throw twice;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            Files.copy(earlier, file, LinkOption.NOFOLLOW_LINKS);
            Disk.give(file, entry);
        }
    }
}
