package app.keyhold.files.archive;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/// Permissions, times and links, as far as the file system has them.
final class Disk {
    private Disk() {}

    static FileAttribute<?>[] ownerOnly(Path file, boolean folder) {
        return isPosix(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /// What the entry says of its permissions and its time.
    static void give(Path file, TarEntry entry) throws IOException {
        if (isPosix(file)) {
            try {
                Files.setPosixFilePermissions(file, permissions(entry.mode()));
            } catch (FileSystemException none) {
                // A disk without permissions of its own, such as a stick: owner-only is what it can do.
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(entry.modified()));
    }

    static void syncFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static Path link(Path file, Blob target) throws IOException {
        Path link = file.getFileSystem().getPath("");
        for (String part : split(target)) {
            link = RawName.in(link, part.getBytes(StandardCharsets.ISO_8859_1));
        }
        return link;
    }

    private static String[] split(Blob target) {
        return new String(target.toByteArray(), StandardCharsets.ISO_8859_1).split("/");
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /// Nine bits, from the owner's reading to others' executing.
    private static Set<PosixFilePermission> permissions(int mode) {
        var set = EnumSet.noneOf(PosixFilePermission.class);
        for (var permission : PosixFilePermission.values()) {
            if ((mode & 0400 >> permission.ordinal()) != 0) {
                set.add(permission);
            }
        }
        return set;
    }
}
