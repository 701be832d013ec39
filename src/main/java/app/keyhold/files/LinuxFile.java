package app.keyhold.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/// What Linux can do for a large file that is written, and Java does not ask for. None of it is needed: where something is
/// missing or refused, the file is written as well, only later.
///
/// @param descriptor this process' own, as long as its channel is open
record LinuxFile(int descriptor) {
    /// On others it is not known to help: FAT fills blocks that are set aside with zeros, Btrfs compresses nothing in them.
    private static final Set<String> FILE_SYSTEMS = Set.of("ext4");

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /// @param file one that this process has open for writing
    static Optional<LinuxFile> of(Path file) {
        return isKnown(file) ? find(file) : Optional.empty();
    }

    static boolean isKnown(Path file) {
        try {
            return Files.isDirectory(DESCRIPTORS)
                    && FILE_SYSTEMS.contains(Files.getFileStore(file).type());
        } catch (IOException unknown) {
            return false;
        }
    }

    /// Java does not tell its descriptors, the system does.
    private static Optional<LinuxFile> find(Path file) {
        Optional<Object> wanted = key(file);
        try (var descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                if (wanted.isPresent() && wanted.equals(key(descriptor))) {
                    return Optional.of(new LinuxFile(Integer.parseInt(descriptor.getFileName().toString())));
                }
            }
        } catch (IOException | DirectoryIteratorException notTold) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    /// Device and inode; empty of what others close meanwhile.
    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /// Sets blocks aside for so many bytes and leaves the file's size as it is. The file system looks for a place, counts and
    /// remembers once then and not for each block, which is a third of what writing costs the processors.
    void allocate(long size) {
        SystemCalls.HERE.ifPresent(calls -> calls.fallocate(descriptor, size));
    }

    /// Begins to bring what was written there to the disk, and waits for none of it. A byte that could not be written is
    /// told to whoever syncs, as always.
    void startWriting(long offset, long length) {
        SystemCalls.HERE.ifPresent(calls -> calls.syncFileRange(descriptor, offset, length));
    }

    /// Gives back the memory that holds what was written there, as far as the disk has it, and waits for none of the rest.
    /// Whoever reads it reads the disk.
    void giveBack(long offset, long length) {
        SystemCalls.HERE.ifPresent(calls -> calls.dontNeed(descriptor, offset, length));
    }
}
