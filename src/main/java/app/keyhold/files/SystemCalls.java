package app.keyhold.files;

import app.keyhold.crypto.CFunction;
import java.lang.foreign.Arena;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// What Linux does and Java does not ask for, by the C library's `syscall(number, ...)`. Numbers are those of the kernel's
/// tables (`syscall_64.tbl`; `asm-generic/unistd.h`).
record SystemCalls(CFunction syscall, Numbers numbers) {
    private static final long FALLOC_FL_KEEP_SIZE = 1;
    private static final long SYNC_FILE_RANGE_WRITE = 2;
    private static final long POSIX_FADV_DONTNEED = 4;
    private static final long AT_FDCWD = -100;
    private static final long O_RDONLY_CLOEXEC = 0x80000;
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

    /// Empty on other systems and processors. At the first use.
    static final Optional<SystemCalls> HERE =
            switch (System.getProperty("os.name") + "/" + System.getProperty("os.arch")) {
                case "Linux/amd64" -> with(new Numbers(285, 277, 221, 257, 306, 3));
                case "Linux/aarch64" -> with(new Numbers(47, 84, 223, 56, 267, 57));
                default -> Optional.empty();
            };

    private record Numbers(long fallocate, long syncFileRange, long fadvise64, long openat, long syncfs, long close) {}

    private static Optional<SystemCalls> with(Numbers numbers) {
        return CFunction.ofTheCLibrary("syscall").map(syscall -> new SystemCalls(syscall, numbers));
    }

    /// `fallocate(2)`, with the file's size left as it is.
    void fallocate(int descriptor, long size) {
        call(numbers.fallocate, descriptor, FALLOC_FL_KEEP_SIZE, 0, size);
    }

    /// `sync_file_range(2)`: begins to write, and waits for nothing.
    void syncFileRange(int descriptor, long offset, long length) {
        call(numbers.syncFileRange, descriptor, offset, length, SYNC_FILE_RANGE_WRITE);
    }

    /// `posix_fadvise(2)`: takes out of memory what the disk has of it, and waits for nothing.
    void dontNeed(int descriptor, long offset, long length) {
        call(numbers.fadvise64, descriptor, offset, length, POSIX_FADV_DONTNEED);
    }

    /// `openat(2)`, for reading.
    ///
    /// @return a descriptor that is the caller's to close; negative if it could not be opened
    int open(Path path) {
        var encoding = Charset.forName(System.getProperty("sun.jnu.encoding"));
        try (var arena = Arena.ofConfined()) {
            var name = arena.allocateFrom(path.toAbsolutePath().toString(), encoding);
            return (int) call(numbers.openat, AT_FDCWD, name.address(), O_RDONLY_CLOEXEC, 0);
        }
    }

    /// Whether `syncfs(2)` tells if something could not be written: since Linux 5.8.
    boolean syncfsTells() {
        var version = VERSION.matcher(System.getProperty("os.version"));
        if (!version.lookingAt()) {
            return false;
        }
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return major > 5 || major == 5 && minor >= 8;
    }

    /// `syncfs(2)`, of the file system that the descriptor is on.
    ///
    /// @return whether everything that was written to it is on the disk
    boolean syncfs(int descriptor) {
        return call(numbers.syncfs, descriptor, 0, 0, 0) == 0;
    }

    void close(int descriptor) {
        call(numbers.close, descriptor, 0, 0, 0);
    }

    private long call(long number, long first, long second, long third, long fourth) {
        return syscall.call(number, first, second, third, fourth, 0, 0, 0);
    }
}
