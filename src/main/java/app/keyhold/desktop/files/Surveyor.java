package app.keyhold.desktop.files;

import app.keyhold.files.FileService;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Looks at what was handed over. Links are not followed; a folder counts as encrypted if every file in it is.
final class Surveyor {
    /// How many files of a folder are opened to see what they are.
    private static final int SAMPLE = 200;
    private static final long TELL_EVERY_NANOS = 100_000_000;

    private final BooleanSupplier cancelled;
    private final Consumer<Survey> sofar;
    private Survey survey = new Survey(Survey.Group.EMPTY, Survey.Group.EMPTY, true);
    private long told = System.nanoTime();

    /// @param sofar hears of the count while it grows, at most every 100 ms
    Surveyor(BooleanSupplier cancelled, Consumer<Survey> sofar) {
        this.cancelled = cancelled;
        this.sofar = sofar;
    }

    Survey look(List<Path> sources) throws IOException {
        for (Path source : sources) {
            if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS)) {
                var folder = new FolderCount();
                Files.walkFileTree(source, folder);
                add(source, folder.files > 0 && folder.messages == Math.min(folder.files, SAMPLE), folder.files, folder.bytes);
            } else {
                add(source, FileService.isMessage(source), 1, size(source));
            }
        }
        return new Survey(survey.encrypt(), survey.decrypt(), false);
    }

    private void add(Path source, boolean message, long files, long bytes) {
        survey = message
                ? new Survey(survey.encrypt(), survey.decrypt().with(source, files, bytes), true)
                : new Survey(survey.encrypt().with(source, files, bytes), survey.decrypt(), true);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private final class FolderCount extends SimpleFileVisitor<Path> {
        private long files;
        private long bytes;
        private long messages;

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files++;
                bytes += attributes.size();
                if (files <= SAMPLE && FileService.isMessage(file)) {
                    messages++;
                }
                tell(file);
            }
            return cancelled.getAsBoolean() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private void tell(Path file) {
            long now = System.nanoTime();
            if (now - told >= TELL_EVERY_NANOS) {
                told = now;
                sofar.accept(new Survey(survey.encrypt().with(file, files, bytes), survey.decrypt(), true));
            }
        }
    }
}
