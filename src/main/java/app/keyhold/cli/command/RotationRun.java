package app.keyhold.cli.command;

import app.keyhold.cli.CaughtUp;
import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.schedule.ConfirmDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "run",
        description = "Do what is due, rotations and deletions, and tell; every unlock does it too, so this suits a timer")
final class RotationRun implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--confirm-date",
            description = "The computer's date is right: do the deletions that wait because the clock jumped")
    private boolean confirmDate;

    RotationRun(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            if (confirmDate) {
                vault.client().call(new ConfirmDate.Request());
            }
            CaughtUp done = confirmDate ? shell.rooms().catchUp(vault) : shell.rooms().caughtUp(vault);
            shell.answer(done, () -> text(done));
            return done.failed().isEmpty() ? 0 : 1;
        });
    }

    private String text(CaughtUp done) {
        List<String> lines = new ArrayList<>();
        done.rotated().forEach(key -> lines.add("Rotated " + key));
        done.deleted().forEach(key -> lines.add("Deleted " + key));
        done.waiting()
                .forEach(key -> lines.add(
                        "Waiting " + key.keyId() + ", due " + shell.times().day(key.date()) + ": " + key.reason()));
        done.failed().forEach(key -> lines.add("Failed  " + key.keyId() + ": " + key.message()));
        done.doubt().ifPresent(doubt -> lines.add(doubt + " If the date is right, add --confirm-date."));
        return lines.isEmpty() ? "Nothing is due." : String.join("\n", lines);
    }
}
