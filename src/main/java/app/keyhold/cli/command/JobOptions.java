package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;


/// How files are worked on, for one command.
final class JobOptions {
    @Option(names = "--no-sync", description = "Don't wait until the bytes are on the disk")
    private boolean noSync;

    @Option(
            names = "--no-notes",
            description = "Keep no (encrypted) note of these files while working; a crash then leaves its rest unnoticed")
    private boolean noNotes;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write what became of each file to a new file, as JSON; it names the files")
    private @Nullable Path report;

    boolean sync() {
        return !noSync;
    }

    boolean notes() {
        return !noNotes;
    }

    Optional<Path> report() {
        return Optional.ofNullable(report);
    }

    /// Before hours of work rather than after.
    void requireReportIsNew() {
        if (report != null && Files.exists(report, LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(report + " is there already.", "Name a new file for the report.");
        }
    }
}
