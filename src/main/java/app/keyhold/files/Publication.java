package app.keyhold.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Renames a complete file in one step, without replacing anything unless that was asked for.
final class Publication {
    private static final int LAST_NUMBER = 10_000;

    private Publication() {}

    /// @return the name it got; empty if it is taken and the collision is SKIP
    /// @throws FileAlreadyExistsException if it is taken and the collision is FAIL
    static Optional<Path> publish(Path part, Target target) throws IOException {
        return switch (target.collision()) {
            case REPLACE -> {
                Files.move(part, target.path(), StandardCopyOption.ATOMIC_MOVE);
                yield Optional.of(target.path());
            }
            case FAIL -> {
                moveWithoutReplacing(part, target.path());
                yield Optional.of(target.path());
            }
            case SKIP -> {
                try {
                    moveWithoutReplacing(part, target.path());
                    yield Optional.of(target.path());
                } catch (FileAlreadyExistsException taken) {
                    yield Optional.empty();
                }
            }
            case KEEP_BOTH -> Optional.of(toFreeName(part, target.path(), Publication::moveWithoutReplacing));
        };
    }

    /// The same for a folder, which never takes anything's place.
    static Optional<Path> publishFolder(Path part, Target target) throws IOException {
        return switch (target.collision()) {
            case REPLACE, FAIL -> {
                moveFolder(part, target.path());
                yield Optional.of(target.path());
            }
            case SKIP -> {
                try {
                    moveFolder(part, target.path());
                    yield Optional.of(target.path());
                } catch (FileAlreadyExistsException taken) {
                    yield Optional.empty();
                }
            }
            case KEEP_BOTH -> Optional.of(toFreeName(part, target.path(), Publication::moveFolder));
        };
    }

    /// A rename takes the place of an empty folder at most, and that only if it was made at this very moment.
    private static void moveFolder(Path part, Path target) throws IOException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    }

    private interface Move {
        void run(Path from, Path to) throws IOException;
    }

    private static Path toFreeName(Path part, Path target, Move move) throws IOException {
        for (int n = 1; n <= LAST_NUMBER; n++) {
            Path candidate = Names.numbered(target, n);
            try {
                move.run(part, candidate);
                return candidate;
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
        }
        throw new FileAlreadyExistsException(target.toString());
    }

    /// A rename replaces on POSIX systems; a second hard link does not, so the name is linked first and the old one
    /// removed. Where a file system has no hard links, the name is looked for first.
    private static void moveWithoutReplacing(Path part, Path target) throws IOException {
        if (!part.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.move(part, target);
            return;
        }
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (FileSystemException | UnsupportedOperationException noHardLinks) {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(target.toString());
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(part);
    }
}
