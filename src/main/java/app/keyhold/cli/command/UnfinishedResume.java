package app.keyhold.cli.command;

import app.keyhold.cli.ExitCode;
import app.keyhold.cli.Shell;
import app.keyhold.files.Batch;
import app.keyhold.files.FileResult;
import app.keyhold.files.FileService;
import app.keyhold.files.JobQueue;
import app.keyhold.files.Unfinished;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "resume",
        description = "Go on with what was interrupted: files not finished start again under fresh keys")
final class UnfinishedResume implements Callable<Integer> {
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
        var written = new ArrayList<String>();
        int exit = ExitCode.DONE.number();
        try (var queue = new JobQueue(service)) {
            for (Unfinished left : service.unfinished()) {
                int now = new BatchRun(shell).toEnd(queue.resume(left), batch -> tell(batch, written));
                exit = exit == ExitCode.DONE.number() ? now : exit;
                if (shell.interruption().requested()) {
                    break; // what is left stays noted
                }
            }
        }
        shell.answer(new Answer(written), () -> written.isEmpty() ? "Nothing was left to do." : String.join("\n", written));
        return exit;
    }

    private int tell(Batch batch, List<String> written) {
        batch.jobs().stream()
                .flatMap(job -> job.result().stream())
                .map(FileResult::place)
                .forEach(place -> written.add(place.toString()));
        return new Failed(shell).tell(batch.jobs());
    }
}
