package app.keyhold.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/// What a result takes over from its source beside the content: the message format has no place for it, so an encrypted
/// file carries it as its own and hands it back to what is decrypted from it.
///
/// @param permissions empty where the file system has none. Set-id bits are no part of it
/// @param modified when the content was last written
record Traits(Optional<Set<PosixFilePermission>> permissions, FileTime modified) {
    /// What a file made now, by no example, gets: this person's own habits are not known, so the owner's alone.
    static Traits ofNew(Path part) throws IOException {
        return new Traits(Optional.empty(), Files.getLastModifiedTime(part));
    }

    void givePermissions(Path file) throws IOException {
        if (permissions.isPresent() && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, permissions.get());
        }
    }

    /// To be called after the last byte was written, and on Windows after the file was closed.
    void giveTime(Path file) throws IOException {
        Files.setLastModifiedTime(file, modified);
    }
}
