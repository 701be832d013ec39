package app.keyhold.cli.command;

import app.keyhold.cli.Options;
import app.keyhold.cli.UsageException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How files are worked on, for one command.
final class JobOptions {
    private final BooleanSupplier noSync;
    private final BooleanSupplier noNotes;
    private final Supplier<Optional<Path>> report;

    JobOptions(Options options) {
        noSync = options.flag("--no-sync", "Don't wait until the bytes are on the disk");
        noNotes = options.flag(
                "--no-notes",
                "Keep no (encrypted) note of these files while working; a crash then leaves its rest unnoticed");
        report = options.value(
                "--report", "FILE", Path.class, "Write what became of each file to a new file, as JSON; it names the files");
    }

    boolean sync() {
        return !noSync.getAsBoolean();
    }

    boolean notes() {
        return !noNotes.getAsBoolean();
    }

    Optional<Path> report() {
        return report.get();
    }

    /// Before hours of work rather than after.
    void requireReportIsNew() {
        report.get().filter(named -> Files.exists(named, LinkOption.NOFOLLOW_LINKS)).ifPresent(taken -> {
            throw new UsageException(taken + " is there already.", "Name a new file for the report.");
        });
    }
}
