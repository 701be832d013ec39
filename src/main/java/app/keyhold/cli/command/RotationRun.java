package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.schedule.ConfirmDate;
import app.keyhold.vault.CaughtUp;
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
        done.rotated().forEach(key -> lines.add("Rotated " + named(key.keyId(), key.name())));
        done.deleted().forEach(key -> {
            lines.add("Deleted " + named(key.keyId(), key.name()));
            lines.addAll(StillHolding.lines(key.stillHolding()));
            key.leftInToken()
                    .ifPresent(object -> lines.add("Its object could not be removed; do that with the token's own tool: " + object));
        });
        done.waiting()
                .forEach(key -> lines.add("Waiting " + named(key.keyId(), key.name()) + ", due "
                        + shell.times().day(key.date()) + ": " + sentence(key.why())));
        done.failed().forEach(key -> lines.add("Failed  " + named(key.keyId(), key.name()) + ": " + key.message()));
        done.doubt().ifPresent(doubt -> lines.add(sentence(doubt) + " If that is right, add --confirm-date."));
        return lines.isEmpty() ? "Nothing is due." : String.join("\n", lines);
    }

    private static String named(String keyId, String name) {
        return name.equals(keyId) ? keyId : name + " (" + keyId + ")";
    }

    private static String sentence(CaughtUp.Why why) {
        return switch (why) {
            case DATE_UNCONFIRMED -> "the date has to be confirmed";
            case FIRST_ANNOUNCED -> "it is announced today for the first time, and done at the next unlock";
        };
    }

    private String sentence(CaughtUp.Doubt doubt) {
        return "This computer says it is " + shell.times().day(doubt.now()) + "; the vault "
                + (doubt.ahead() ? "was last used on " : "has seen ") + shell.times().day(doubt.seen())
                + (doubt.ahead() ? "." : " already.");
    }
}
