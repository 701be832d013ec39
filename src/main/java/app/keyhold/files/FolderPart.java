package app.keyhold.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// An unfinished folder beside its target, for its owner only; removed with all that is in it on [#close] unless it was
/// published.
final class FolderPart implements AutoCloseable {
    private static final int TRIES = 100;

    private final Target target;
    private final Path path;
    private boolean published;

    private FolderPart(Target target, Path path) {
        this.target = target;
        this.path = path;
    }

    /// @param progress told of the name before the folder is made
    static FolderPart create(Target target, Progress progress) {
        try {
            Path path = Names.part(target.path());
            for (int i = 0; i < TRIES; i++) {
                if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                    progress.unfinished(path);
                    try {
                        Files.createDirectory(path);
                        return new FolderPart(target, path);
                    } catch (FileAlreadyExistsException taken) {
                        // by another program, at this very moment
                    }
                }
                path = Names.anotherPart(target.path());
            }
            throw target.failures().exists();
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    Path path() {
        return path;
    }

    /// Lets only its owner in until it is published.
    ///
    /// @return what it had been made with, which is what this person's folders usually have
    Traits closeToOthers() {
        try {
            if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                return Traits.ofNew();
            }
            Set<PosixFilePermission> usual = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            new Traits(Optional.of(PosixFilePermissions.fromString("rwx------")), Optional.empty()).givePermissions(path);
            return new Traits(Optional.of(usual), Optional.empty());
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    /// Gives the complete folder its name.
    ///
    /// @return the name it got; empty if the name was taken meanwhile and the order is to skip
    Optional<Path> publish(boolean sync) {
        try {
            Optional<Path> name = Publication.publishFolder(path, target);
            published = name.isPresent();
            if (sync && published) {
                FolderSync.run(target.folder());
            }
            return name;
        } catch (IOException failure) {
            throw target.failures().writing(failure);
        }
    }

    @Override
    public void close() {
        if (!published) {
            try {
                Trees.remove(path);
            } catch (IOException remains) {
                // The failure that led here matters more; the name says what the folder is.
            }
        }
    }
}
