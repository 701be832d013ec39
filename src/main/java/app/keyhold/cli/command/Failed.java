package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Shell;
import app.keyhold.files.FileException;
import app.keyhold.files.Job;
import app.keyhold.files.JobState;
import app.keyhold.files.JobView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Says in order which files of a batch failed.
final class Failed {
    private final Shell shell;

    Failed(Shell shell) {
        this.shell = shell;
    }

    /// @return 0, or the exit code of the first of them; that of a cancellation before any other
    int tell(List<Job> jobs) {
        int exit = ExitCode.DONE.number();
        Set<FileException> told = new HashSet<>(); // one that many files share is told once
        for (Job job : jobs) {
            JobView view = job.view();
            for (var failure : view.failure().filter(told::add).stream().toList()) {
                exit = first(exit, shell.fail(failure));
            }
            for (var problem : view.problems()) {
                shell.note(problem.sentence());
                exit = first(exit, ExitCode.FAILED);
            }
        }
        List<JobView> cancelled =
                jobs.stream().map(Job::view).filter(view -> view.state() == JobState.CANCELLED).toList();
        return cancelled.isEmpty() ? exit : shell.fail(cancellation(cancelled, jobs.size())).number();
    }

    private static int first(int before, ExitCode now) {
        return before == ExitCode.DONE.number() ? now.number() : before;
    }

    private static FileException cancellation(List<JobView> cancelled, int all) {
        JobView first = cancelled.getFirst();
        return new FileException(
                FileException.Kind.CANCELLED,
                first.source(),
                all == 1 ? first.name() + " was cancelled." : cancelled.size() + " of " + all + " files were cancelled.",
                "The originals are untouched; what had been written is removed.",
                "Start it again whenever you like.");
    }
}
