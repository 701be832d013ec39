package app.keyhold.files;

import app.keyhold.files.archive.ArchiveException;
import app.keyhold.files.archive.Measured;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Finds the files a batch is about. Links are not followed and, like devices, become files that fail with a plain
/// message; a folder that cannot be read likewise. Empty folders leave no trace.
final class FolderWalk {
    private final BatchOrder order;
    private final BooleanSupplier cancelled;

    /// A file to work on.
    ///
    /// @param name the path below what was handed over, that included
    /// @param failure there if it cannot even be looked at
    record Found(Path source, String name, Destination destination, long size, Optional<FileException> failure) {
        Found failing(FileException why) {
            return new Found(source, name, destination, size, Optional.of(why));
        }
    }

    FolderWalk(BatchOrder order, BooleanSupplier cancelled) {
        this.order = order;
        this.cancelled = cancelled;
    }

    void run(Consumer<Found> found) {
        if (order instanceof BatchOrder.Encrypt encrypt && encrypt.form() == Form.ARCHIVE) {
            found.accept(archive());
            return;
        }
        for (var source : order.sources()) {
            boolean folder = Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)
                    && !(order.destination() instanceof Destination.Exactly);
            if (folder) {
                walk(source, found);
            } else {
                found.accept(new Found(
                        source, Names.fileName(source), order.destination(), size(source), Optional.empty()));
            }
        }
    }

    /// Everything together is one file to work on.
    private Found archive() {
        List<Path> sources = order.sources();
        long size = 0;
        try {
            size = Measured.of(sources, Optional.empty(), cancelled).size();
        } catch (ArchiveException toldWhenOpened) {
            // as for a file whose size is not known
        }
        String name = Names.fileName(Names.archive(sources));
        return new Found(sources.getFirst(), name, order.destination(), size, Optional.empty());
    }

    private void walk(Path root, Consumer<Found> found) {
        Path top = root.toAbsolutePath().normalize();
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!attributes.isRegularFile() || isWanted(file)) {
                        found.accept(below(top, file, attributes.size(), Optional.empty()));
                    }
                    return next();
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) {
                    var told = Failures.of(file).reading(failure);
                    found.accept(below(top, file, 0, Optional.of(told)));
                    return next();
                }
            });
        } catch (IOException failure) {
            found.accept(below(top, top, 0, Optional.of(Failures.of(top).reading(failure))));
        }
    }

    /// Of a folder; a file handed over by name always is. What a crash left half written is none of its messages.
    private boolean isWanted(Path file) {
        return switch (order) {
            case BatchOrder.Encrypt _ -> true;
            case BatchOrder.Decrypt _, BatchOrder.Reencrypt _ ->
                !Names.fileName(file).endsWith(Names.PART) && FileService.isMessage(file);
        };
    }

    private FileVisitResult next() {
        return cancelled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    private Found below(Path top, Path file, long size, Optional<FileException> failure) {
        Path relative = Optional.ofNullable(top.getFileName()).orElse(top).resolve(top.relativize(file));
        Destination destination = order.destination() instanceof Destination.Folder(Path folder)
                ? Destination.folder(Optional.ofNullable(relative.getParent()).map(folder::resolve).orElse(folder))
                : order.destination();
        return new Found(file, relative.toString(), destination, size, failure);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException toldWhenOpened) {
            return 0;
        }
    }
}
