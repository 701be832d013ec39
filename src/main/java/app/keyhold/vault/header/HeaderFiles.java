package app.keyhold.vault.header;

import app.keyhold.vault.DiskFailure;
import app.keyhold.vault.OwnerOnly;
import app.keyhold.vault.VaultException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// vault.json in its folder, with the kept previous one. At every moment one intact header has its name.
public final class HeaderFiles {
    public static final String NAME = "vault.json";
    static final String PREVIOUS = "vault.json.previous";
    static final String NEXT = "vault.json.next";
    private static final long MAX_BYTES = 4 << 20;

    private final Path folder;
    private final Consumer<String> reached;

    public HeaderFiles(Path folder) {
        this(folder, step -> {});
    }

    /// @param reached told after each step that a crash could follow
    public HeaderFiles(Path folder, Consumer<String> reached) {
        this.folder = folder;
        this.reached = reached;
    }

    /// @throws VaultException NOT_FOUND, DAMAGED, NEEDS_NEWER_KEYHOLD
    public SealedHeader read() {
        return read(folder.resolve(NAME))
                .orElseThrow(() -> new VaultException(
                        VaultException.Kind.NOT_FOUND,
                        "There is no vault at " + folder + ".",
                        "Check the path, or make one: keyhold vault create"));
    }

    /// Whether the kept header can be read, or there is none.
    public boolean previousIsSound() {
        try {
            read(folder.resolve(PREVIOUS));
            return true;
        } catch (VaultException unreadable) {
            return false;
        }
    }

    /// The first header of a new vault.
    public void create(SealedHeader first) {
        try {
            write(folder.resolve(NEXT), first.toFile());
            Files.move(folder.resolve(NEXT), folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            syncFolder();
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's header could not be written", failed);
        }
    }

    /// Puts `next` in the place of `current`. The current one is kept as the previous, unless `next` lacks one of its
    /// slots: a header that still opens with a removed passphrase must not stay, so `next` itself is kept twice then.
    public void replace(SealedHeader current, SealedHeader next) {
        try {
            write(folder.resolve(NEXT), next.toFile());
            reached.accept("next written");
            boolean revokes = revokes(current, next);
            if (!revokes) {
                keep(current);
                reached.accept("previous kept");
            }
            Files.move(
                    folder.resolve(NEXT),
                    folder.resolve(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
            reached.accept("replaced");
            if (revokes) {
                keep(next);
                reached.accept("previous rewritten");
            }
        } catch (IOException failed) {
            throw DiskFailure.of("The vault's header could not be replaced", failed);
        }
    }

    /// Ends what a crash may have left: a next header that never got its name, and a previous one with a slot that
    /// `current` no longer has.
    public void tidy(SealedHeader current) {
        try {
            Files.deleteIfExists(folder.resolve(NEXT));
            var kept = read(folder.resolve(PREVIOUS));
            if (kept.isPresent() && revokes(kept.get(), current)) {
                keep(current);
            }
        } catch (VaultException unreadable) {
            rewritePrevious(current);
        } catch (IOException failed) {
            throw DiskFailure.of("The kept previous header could not be replaced", failed);
        }
    }

    private void rewritePrevious(SealedHeader current) {
        try {
            keep(current);
        } catch (IOException failed) {
            throw DiskFailure.of("The kept previous header could not be replaced", failed);
        }
    }

    private void keep(SealedHeader header) throws IOException {
        var part = folder.resolve(PREVIOUS + ".part");
        write(part, header.toFile());
        Files.move(
                part,
                folder.resolve(PREVIOUS),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        syncFolder();
    }

    /// Whether `later` lacks a slot of `earlier`, compared with everything in it: a slot with a new passphrase is another.
    private static boolean revokes(SealedHeader earlier, SealedHeader later) {
        return !all(later.header()).containsAll(all(earlier.header()));
    }

    private static Set<Object> all(Header header) {
        var slots = new HashSet<Object>(header.slots());
        header.move().ifPresent(move -> slots.addAll(move.slots()));
        return slots;
    }

    private Optional<SealedHeader> read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw StrictJson.damaged(file.getFileName().toString(), "is larger than any header");
            }
            return Optional.of(SealedHeader.parse(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failed) {
            throw DiskFailure.of(file + " could not be read", failed);
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        var options = Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        try (var channel = FileChannel.open(file, options, OwnerOnly.file(folder))) {
            var buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// Makes a rename durable. Windows offers no handle on a folder and needs none.
    private void syncFolder() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var handle = FileChannel.open(folder, StandardOpenOption.READ)) {
                handle.force(true);
            }
        }
    }
}
