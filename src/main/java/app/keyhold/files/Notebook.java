package app.keyhold.files;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What this computer is in the middle of, so that a killed process's leftovers are found. One file a batch, kept in the
/// person's state folder and removed when the batch is over. It names files, so it is encrypted under a key of its own,
/// which the vault seals: whoever does not open the vault learns how many batches were interrupted, and when.
///
/// A process locks the notes it writes; a note nobody has locked is of a process that is gone. Trouble with a note never
/// keeps the work itself from being done. Thread-safe.
public final class Notebook {
    static final String SUFFIX = ".note";
    private static final String NEW = ".note.new";
    static final byte[] MAGIC = {'K', 'H', 'N', 'B', 3};
    private static final long LARGEST = 64 << 20;
    private static final int KEY_BYTES = 32;

    private final Path folder;
    private final KeySeal seal;

    /// @param folder made at the first note
    public Notebook(Path folder, KeySeal seal) {
        this.folder = folder;
        this.seal = seal;
    }

    /// Empty if nothing can be remembered now.
    ///
    /// @param finished sources about which nothing is left to do
    /// @param left is gone on with: the new note takes its place in one step
    Optional<Note> begin(BatchOrder order, Instant now, Set<Path> finished, Optional<Unfinished> left) {
        SecretBytes key = Randomness.secret(KEY_BYTES);
        Optional<byte[]> sealed = seal.seal(key);
        if (sealed.isEmpty()) {
            key.close();
            return Optional.empty();
        }
        Path file = folder.resolve(Randomness.uuid() + left.map(_ -> NEW).orElse(SUFFIX));
        try {
            createFolder();
            var channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownerOnly("rw-------"));
            channel.lock();
            channel.write(ByteBuffer.wrap(MAGIC));
            var note = new Note(left.map(Unfinished::note).orElse(file), channel, key);
            note.append(sealed.get());
            note.order(order, now);
            note.finished(finished);
            if (left.isPresent()) {
                Files.move(file, left.get().note(), StandardCopyOption.ATOMIC_MOVE);
            }
            return Optional.of(note);
        } catch (IOException noRoom) {
            key.close();
            return Optional.empty();
        }
    }

    /// What processes left that are gone, oldest first.
    public List<Unfinished> unfinished() {
        var found = new ArrayList<Unfinished>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> notes = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path note : notes) {
                    read(note).ifPresent(found::add);
                }
            } catch (IOException unreadable) {
                return List.copyOf(found);
            }
        }
        found.sort(Comparator.comparing(Unfinished::begun));
        return List.copyOf(found);
    }

    private Optional<Unfinished> read(Path note) {
        try (var channel = FileChannel.open(note, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            if (alone == null || channel.size() > LARGEST) {
                return Optional.empty();
            }
            var bytes = ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until all of it is there
            }
            return NoteReader.read(note, bytes.flip(), seal);
        } catch (IOException | OverlappingFileLockException gone) {
            return Optional.empty();
        }
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(folder, ownerOnly("rwx------"));
        }
    }

    private FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
