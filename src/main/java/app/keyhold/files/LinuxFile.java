package app.keyhold.files;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/// What Linux can do for a large file that is written, and Java does not ask for. Neither is needed: where one of them is
/// missing or refused, the file is written as well, only later.
///
/// @param descriptor this process' own, as long as its channel is open
record LinuxFile(int descriptor) {
    /// On others it is not known to help: FAT fills blocks that are set aside with zeros, Btrfs compresses nothing in them.
    private static final Set<String> FILE_SYSTEMS = Set.of("ext4");

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    /// @param file one that this process has open for writing
    static Optional<LinuxFile> of(Path file) {
        return isLinux() && gains(file) ? find(file) : Optional.empty();
    }

    private static boolean isLinux() {
        return Files.isDirectory(DESCRIPTORS);
    }

    private static boolean gains(Path file) {
        try {
            return FILE_SYSTEMS.contains(Files.getFileStore(file).type());
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

    /// Both by the C library's `syscall(number, ...)`: each function that is linked takes milliseconds of a start.
    private record SystemCalls(MethodHandle syscall, long fallocate, long syncFileRange) {
        private static final long FALLOC_FL_KEEP_SIZE = 1;
        private static final long SYNC_FILE_RANGE_WRITE = 2;

        /// At the first use.
        static final Optional<SystemCalls> HERE =
                switch (System.getProperty("os.arch")) {
                    case "amd64" -> link(285, 277);
                    case "aarch64" -> link(47, 84);
                    default -> Optional.empty();
                };

        private static Optional<SystemCalls> link(long fallocate, long syncFileRange) {
            try {
                var linker = Linker.nativeLinker();
                var shape = FunctionDescriptor.of(
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_LONG);
                return linker.defaultLookup()
                        .find("syscall")
                        .map(function -> linker.downcallHandle(function, shape))
                        .map(syscall -> new SystemCalls(syscall, fallocate, syncFileRange));
            } catch (LinkageError | RuntimeException notHere) {
                return Optional.empty();
            }
        }

        /// `fallocate(2)`: descriptor, mode, offset, length.
        void fallocate(int descriptor, long size) {
            call(fallocate, descriptor, FALLOC_FL_KEEP_SIZE, 0, size);
        }

        /// `sync_file_range(2)`: descriptor, offset, length, flags.
        void syncFileRange(int descriptor, long offset, long length) {
            call(syncFileRange, descriptor, offset, length, SYNC_FILE_RANGE_WRITE);
        }

        private void call(long number, long descriptor, long second, long third, long fourth) {
            try {
                long _ = (long) syscall.invokeExact(number, descriptor, second, third, fourth);
            } catch (Throwable never) {
                throw new IllegalStateException("A C function threw", never);
            }
        }
    }
}
