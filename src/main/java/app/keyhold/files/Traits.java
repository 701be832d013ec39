package app.keyhold.files;

import app.keyhold.files.archive.OneFile;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What a result takes over from its source beside the content: the message format has no place for it, so an encrypted
/// file carries it as its own and hands it back to what is decrypted from it.
///
/// @param permissions empty where the file system has none. Set-id bits are no part of it
/// @param modified when the content was last written; empty for now
record Traits(Optional<Set<PosixFilePermission>> permissions, Optional<FileTime> modified) {
    /// What a file made now, by no example, gets: this person's own habits are not known, so the owner's alone.
    static Traits ofNew() {
        return new Traits(Optional.empty(), Optional.empty());
    }

    static Traits of(OneFile file) {
        var permissions = EnumSet.noneOf(PosixFilePermission.class);
        for (var permission : PosixFilePermission.values()) {
            if ((file.mode() & 0400 >> permission.ordinal()) != 0) {
                permissions.add(permission);
            }
        }
        return new Traits(Optional.of(permissions), Optional.of(FileTime.from(file.modified())));
    }

    void givePermissions(Path file) throws IOException {
        if (permissions.isPresent() && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try {
                Files.setPosixFilePermissions(file, permissions.get());
            } catch (FileSystemException none) {
                // A disk without permissions of its own, such as a stick: what the file has now lets nobody in.
            }
        }
    }

    /// To be called after the last byte was written, and on Windows after the file was closed.
    void giveTime(Path file) throws IOException {
        if (modified.isPresent()) {
            Files.setLastModifiedTime(file, modified.get());
        }
    }
}
