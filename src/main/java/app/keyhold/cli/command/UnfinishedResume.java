package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.files.Batch;
import app.keyhold.files.BatchView;
import app.keyhold.files.FileService;
import app.keyhold.files.Job;
import app.keyhold.files.JobListener;
import app.keyhold.files.JobQueue;
import app.keyhold.files.JobView;
import app.keyhold.files.Unfinished;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;

@Command(
        name = "resume",
        description = "Go on with what was interrupted: files not finished start again under fresh keys")
final class UnfinishedResume implements Callable<Integer> {
    private static final long LOOK_EVERY_MILLIS = 200;

    private final Shell shell;

    UnfinishedResume(Shell shell) {
        this.shell = shell;
    }

    record Answer(List<String> written) {}

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            FileService service = shell.rooms().files(vault);
            return shell.interruption().guarding(() -> resume(service));
        });
    }

    private int resume(FileService service) {
        var done = new ArrayList<JobView>();
        try (var queue = new JobQueue(service)) {
            for (Unfinished left : service.unfinished()) {
                done.addAll(finish(queue, left));
            }
        }
        List<String> written = done.stream().flatMap(job -> job.target().stream()).map(Path::toString).toList();
        int exit = done.stream()
                .flatMap(job -> job.failure().stream())
                .mapToInt(failure -> shell.fail(failure).number())
                .reduce(0, (first, next) -> first == 0 ? next : first);
        shell.answer(new Answer(written), () -> written.isEmpty() ? "Nothing was left to do." : String.join("\n", written));
        return exit;
    }

    private List<JobView> finish(JobQueue queue, Unfinished left) {
        var changed = new Changed();
        queue.listen(changed);
        Batch batch = queue.resume(left);
        while (!isOver(batch.view())) {
            if (shell.interruption().requested()) {
                batch.cancel();
            }
            changed.await();
        }
        return batch.jobs().stream().map(Job::view).toList();
    }

    private static boolean isOver(BatchView view) {
        return switch (view.state()) {
            case SCANNING, RUNNING, PAUSED -> false;
            case DONE, DONE_WITH_PROBLEMS, CANCELLED -> true;
        };
    }

    /// Wakes whoever waits when anything changes, and every now and then for an interruption.
    private static final class Changed implements JobListener {
        @Override
        public void batchChanged(BatchView batch) {
            wake();
        }

        @Override
        public void jobChanged(JobView job) {
            wake();
        }

        private synchronized void wake() {
            notifyAll();
        }

        private synchronized void await() {
            try {
                TimeUnit.MILLISECONDS.timedWait(this, LOOK_EVERY_MILLIS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
