package app.keyhold.files.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What a file system tells of a file at one moment; links are not followed.
///
/// @param mode permissions without set-id bits
/// @param links how many names it has
/// @param key what tells it from all other files, where the system has such a thing
record FileFacts(Kind kind, long size, int mode, FileTime modified, int links, Optional<Object> key) {
    enum Kind {
        FILE,
        FOLDER,
        SYMBOLIC_LINK,
        OTHER
    }

    private static final int TYPE = 0170000;
    private static final int PERMISSIONS = 0777;
    private static final int PLAIN_FILE = 0644;
    private static final int PLAIN_FOLDER = 0755;

    private record Inode(Object disk, Object number) {}

    static FileFacts of(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix") ? unix(file) : basic(file);
    }

    private static FileFacts unix(Path file) throws IOException {
        Map<String, Object> told = Files.readAttributes(
                file, "unix:mode,size,lastModifiedTime,nlink,dev,ino", LinkOption.NOFOLLOW_LINKS);
        int mode = (Integer) get(told, "mode");
        var kind = switch (mode & TYPE) {
            case 0100000 -> Kind.FILE;
            case 0040000 -> Kind.FOLDER;
            case 0120000 -> Kind.SYMBOLIC_LINK;
            default -> Kind.OTHER;
        };
        return new FileFacts(
                kind,
                (Long) get(told, "size"),
                mode & PERMISSIONS,
                (FileTime) get(told, "lastModifiedTime"),
                (Integer) get(told, "nlink"),
                Optional.of(new Inode(get(told, "dev"), get(told, "ino"))));
    }

    private static Object get(Map<String, Object> told, String name) {
        return Objects.requireNonNull(told.get(name));
    }

    private static FileFacts basic(Path file) throws IOException {
        var told = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        var kind = told.isRegularFile()
                ? Kind.FILE
                : told.isDirectory() ? Kind.FOLDER : told.isSymbolicLink() ? Kind.SYMBOLIC_LINK : Kind.OTHER;
        return new FileFacts(
                kind,
                told.size(),
                kind == Kind.FOLDER ? PLAIN_FOLDER : PLAIN_FILE,
                told.lastModifiedTime(),
                1,
                Optional.ofNullable(told.fileKey()));
    }

    /// Whether nobody has written to it, or put another in its place.
    boolean sameAs(FileFacts later) {
        return kind == later.kind && size == later.size && modified.equals(later.modified) && key.equals(later.key);
    }
}
