package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.cli.UsageException;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.FileException;
import app.keyhold.files.FileResult;
import app.keyhold.files.FileService;
import app.keyhold.files.Noted;
import app.keyhold.files.Phase;
import app.keyhold.files.Progress;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The files of one command, one after the other: what fails is told and the rest goes on.
final class FileJobs {
    private static final String STREAM = "-";

    private final Shell shell;
    private final List<String> files;

    FileJobs(Shell shell, List<String> files) {
        if (files.contains(STREAM) && files.size() > 1) {
            throw new UsageException("- stands alone.", "Give either files or -.");
        }
        this.shell = shell;
        this.files = files;
    }

    record Done(List<FileResult> files) {}

    /// @param option that means nothing for a stream
    void requireFiles(boolean given, String option) {
        if (given && files.contains(STREAM)) {
            throw new UsageException(option + " is for files.", "Leave it out, or name a file.");
        }
    }

    List<Path> sources() {
        return files.stream().map(Path::of).toList();
    }

    /// @param order noted while the files are worked on, so that a crash leaves nothing unnoticed
    /// @return 0, or the exit code of the first file that failed
    int run(
            FileService service,
            Optional<BatchOrder> order,
            BiFunction<Path, Progress, FileResult> onFile,
            BiConsumer<InputStream, OutputStream> onStream) {
        if (files.contains(STREAM)) {
            onStream.accept(shell.terminal().in(), new CheckedOut(shell.terminal().out()));
            service.remember().ifPresent(shell::note);
            return ExitCode.DONE.number();
        }
        return run(service, order, onFile);
    }

    /// The same where no stream is meant.
    int run(FileService service, Optional<BatchOrder> order, BiFunction<Path, Progress, FileResult> onFile) {
        LeftOver.tell(shell, service);
        return shell.interruption().guarding(() -> {
            try {
                return order.isEmpty()
                        ? eachFile(file -> onFile.apply(file, progress()))
                        : service.noted(order.get(), progress(), noted -> eachFile(file -> noted(noted, file, onFile)));
            } finally {
                service.remember().ifPresent(shell::note);
            }
        });
    }

    private static FileResult noted(Noted noted, Path file, BiFunction<Path, Progress, FileResult> onFile) {
        try {
            return onFile.apply(file, noted.on(file));
        } finally {
            noted.over(file);
        }
    }

    private int eachFile(Function<Path, FileResult> onFile) {
        int exit = ExitCode.DONE.number();
        var done = new ArrayList<FileResult>();
        for (String file : files) {
            try {
                done.add(onFile.apply(Path.of(file)));
            } catch (FileException failure) {
                ExitCode code = shell.fail(failure);
                exit = exit == ExitCode.DONE.number() ? code.number() : exit;
                if (code == ExitCode.CANCELLED) {
                    break;
                }
            }
        }
        if (!done.isEmpty()) {
            shell.answer(new Done(done), () -> text(done));
        }
        boolean problems = done.stream().map(this::tellProblems).reduce(false, Boolean::logicalOr);
        return problems && exit == ExitCode.DONE.number() ? ExitCode.FAILED.number() : exit;
    }

    private boolean tellProblems(FileResult result) {
        if (result instanceof FileResult.Written written) {
            written.problems().forEach(problem -> shell.note(problem.sentence()));
            return !written.problems().isEmpty();
        }
        return false;
    }

    Progress progress() {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {}

            @Override
            public boolean cancelled() {
                return shell.interruption().requested();
            }
        };
    }

    private static String text(List<FileResult> done) {
        return String.join(
                "\n",
                done.stream()
                        .map(result -> switch (result) {
                            case FileResult.Written written ->
                                written.target() + "  " + Sizes.of(written.bytesWritten())
                                        + (written.binned().isEmpty() ? "" : ", original in the bin");
                            case FileResult.Skipped skipped -> skipped.existing() + "  is there already, left alone";
                            case FileResult.Current current ->
                                current.source() + "  is on the newest material, left alone";
                        })
                        .toList());
    }
}
