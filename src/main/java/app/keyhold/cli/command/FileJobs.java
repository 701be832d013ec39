package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Plain;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.cli.UsageException;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchOrder;
import app.keyhold.files.FileResult;
import app.keyhold.files.FileService;
import app.keyhold.files.Job;
import app.keyhold.files.JobQueue;
import app.keyhold.files.Phase;
import app.keyhold.files.Progress;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/// The files and folders of one command: what fails is told and the rest goes on.
final class FileJobs {
    private static final String STREAM = "-";

    private final Shell shell;
    private final JobOptions options;
    private final List<String> files;

    FileJobs(Shell shell, JobOptions options, List<String> files) {
        if (files.contains(STREAM) && files.size() > 1) {
            throw new UsageException("- stands alone.", "Give either files or -.");
        }
        options.requireReportIsNew();
        this.shell = shell;
        this.options = options;
        this.files = files;
    }

    record Done(List<FileResult> files) {}

    /// @param option that means nothing for a stream
    void requireFiles(boolean given, String option) {
        if (given && files.contains(STREAM)) {
            throw new UsageException(option + " is for files.", "Leave it out, or name a file.");
        }
    }

    boolean isStream() {
        return files.contains(STREAM);
    }

    List<Path> sources() {
        return files.stream().map(Path::of).toList();
    }

    int stream(FileService service, BiConsumer<InputStream, OutputStream> work) {
        work.accept(shell.terminal().in(), new CheckedOut(shell.terminal().out()));
        service.remember().ifPresent(shell::note);
        return ExitCode.DONE.number();
    }

    /// @return 0, or the exit code of the first file that failed in the order given
    int run(FileService service, BatchOrder order) {
        LeftOver.tell(shell, service);
        try (var queue = new JobQueue(service, options::notes)) {
            return new BatchRun(shell).toEnd(queue.submit(order), this::tell);
        }
    }

    private int tell(Batch batch) {
        List<Job> jobs = batch.jobs();
        int exit = new Failed(shell).tell(jobs);
        options.report().ifPresent(file -> ReportFile.write(file, batch));
        List<FileResult> done = jobs.stream().flatMap(job -> job.result().stream()).toList();
        if (!done.isEmpty()) {
            shell.answer(new Done(done), () -> text(done));
        } else if (jobs.isEmpty()) {
            shell.answer(new Done(done), () -> "There was no file to work on.");
        }
        return exit;
    }

    /// Watches the work on a stream.
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
        return done.stream()
                .map(result -> switch (result) {
                    case FileResult.Written written ->
                        written.target() + "  " + Sizes.of(written.bytesWritten())
                                + (written.binned().isEmpty() ? "" : ", original in the bin");
                    case FileResult.Skipped skipped -> skipped.existing() + "  is there already, left alone";
                    case FileResult.Current current -> current.source() + "  is on the newest material, left alone";
                })
                .map(Plain::line)
                .collect(Collectors.joining("\n"));
    }
}
