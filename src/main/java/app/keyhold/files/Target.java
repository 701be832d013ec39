package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.files.FileException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Where a result shall stand, and what to do if something stands there.
record Target(Path path, Collision collision) {
    /// @param name what the result is called in a folder
    static Target of(Path source, Destination destination, Path name, Collision collision) {
        Path path = switch (destination) {
            case Destination.Beside _ -> source.toAbsolutePath().resolveSibling(name);
            case Destination.Folder(Path folder) -> folder.toAbsolutePath().resolve(name);
            case Destination.Exactly(Path file) -> file.toAbsolutePath();
        };
        return new Target(path, collision);
    }

    Failures failures() {
        return Failures.of(path);
    }

    /// Settles before any work what can be settled: answers the file that is there if the order is to skip.
    Optional<Path> taken(SourceFile source) {
        return taken(List.of(source.path()));
    }

    Optional<Path> taken(List<Path> sources) {
        requireName();
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        return switch (collision) {
            case KEEP_BOTH -> Optional.empty();
            case SKIP -> Optional.of(path);
            case FAIL -> throw failures().exists();
            case REPLACE -> {
                requireReplaceable(sources);
                yield Optional.empty();
            }
        };
    }

    private void requireReplaceable(List<Path> sources) {
        String name = Names.fileName(path);
        try {
            if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                throw failures().of(Kind.REFUSED, name + " is a folder and is not replaced.", "Choose another name.");
            }
            for (Path source : sources) {
                if (Files.isSameFile(path, source)) {
                    throw failures()
                            .of(Kind.REFUSED, name + " is the original, which is never replaced.", "Choose another name.");
                }
            }
        } catch (IOException failure) {
            throw failures().writing(failure);
        }
    }

    /// Id of the encrypted message whose place the result is about to take.
    Optional<Blob> replaced() {
        return collision == Collision.REPLACE ? FileService.messageId(path) : Optional.empty();
    }

    /// @throws FileException if no file system could have it
    private void requireName() {
        if (!Names.isShort(path)) {
            throw failures()
                    .of(
                            Kind.REFUSED,
                            Names.fileName(path) + " would be a longer name than a file may have.",
                            "Hide the name, or rename the original.");
        }
    }

    /// Bytes; empty where that is not told, as by some network folders.
    static OptionalLong free(Path folder) {
        // Not through Files.getFileStore, which fails where the mount table does not tell, as inside a chroot.
        var file = folder.toFile();
        return file.getTotalSpace() > 0 ? OptionalLong.of(file.getUsableSpace()) : OptionalLong.empty();
    }

    /// Makes the folder if it is missing, and looks for room in it.
    void prepare(long size) {
        try {
            Path folder = folder();
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
            }
            var free = free(folder);
            if (free.isPresent() && free.getAsLong() < size) {
                throw failures().noSpace(
                        "it takes " + Sizes.text(size) + ", " + Sizes.text(free.getAsLong()) + " are free");
            }
        } catch (IOException failure) {
            throw failures().writing(failure);
        }
    }

    /// The nearest one, where the folder itself is yet to be made.
    Path existingFolder() {
        Path folder = folder();
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }

    Path folder() {
        Path parent = path.getParent();
        return parent == null ? path : parent;
    }
}
