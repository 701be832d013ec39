package app.keyhold.desktop.files;

import app.keyhold.files.FileException;
import app.keyhold.files.FileService;
import app.keyhold.files.Inspection;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Looks at what was handed over. Links are not followed; a folder counts as encrypted if every file in it is.
final class Surveyor {
    /// How many files of a folder are opened to see what they are.
    private static final int SAMPLE = 200;

    private static final long TELL_EVERY_NANOS = 100_000_000;

    private final BooleanSupplier cancelled;
    private final Consumer<Survey> sofar;
    private final List<Survey.Source> plain = new ArrayList<>();
    private final List<Survey.Source> encrypted = new ArrayList<>();
    private long told = System.nanoTime();

    /// @param sofar hears of the count while it grows, at most every 100 ms
    Surveyor(BooleanSupplier cancelled, Consumer<Survey> sofar) {
        this.cancelled = cancelled;
        this.sofar = sofar;
    }

    Survey look(List<Path> sources) throws IOException {
        for (Path source : sources) {
            if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                var folder = new FolderCount(source);
                Files.walkFileTree(source, folder);
                add(folder.sofar());
            } else {
                add(file(source));
            }
            tell(List.of());
            if (cancelled.getAsBoolean()) {
                break;
            }
        }
        return survey(List.of(), false);
    }

    private static Survey.Source file(Path file) {
        return new Survey.Source(file, false, 1, size(file), header(file).stream().toList());
    }

    private void add(Survey.Source source) {
        (isEncrypted(source) ? encrypted : plain).add(source);
    }

    private static boolean isEncrypted(Survey.Source source) {
        return source.files() > 0 && source.headers().size() == Math.min(source.files(), SAMPLE);
    }

    private Survey survey(List<Survey.Source> more, boolean counting) {
        var toEncrypt = new ArrayList<>(plain);
        toEncrypt.addAll(more);
        return new Survey(new Survey.Group(toEncrypt), new Survey.Group(encrypted), counting);
    }

    private void tell(List<Survey.Source> more) {
        long now = System.nanoTime();
        if (now - told >= TELL_EVERY_NANOS) {
            told = now;
            sofar.accept(survey(more, true));
        }
    }

    /// Empty if it is no encrypted file.
    private static Optional<Inspection> header(Path file) {
        try {
            return Optional.of(FileService.inspect(file));
        } catch (FileException other) {
            return Optional.empty();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private final class FolderCount extends SimpleFileVisitor<Path> {
        private final Path folder;
        private final List<Inspection> headers = new ArrayList<>();
        private long files;
        private long bytes;

        FolderCount(Path folder) {
            this.folder = folder;
        }

        Survey.Source sofar() {
            return new Survey.Source(folder, true, files, bytes, headers);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files++;
                bytes += attributes.size();
                // The first plain file settles it: a folder of photographs is not opened file by file.
                if (files <= SAMPLE && headers.size() == files - 1) {
                    header(file).ifPresent(headers::add);
                }
                tell(List.of(sofar()));
            }
            return cancelled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }
    }
}
