package app.keyhold.cli.command;

import app.keyhold.cli.DamageFound;
import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "verify", description = "Walk the whole chain: every hash, every checkpoint's signature")
final class AuditVerify implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "Also compare with a checkpoint that was kept elsewhere; may be given several times")
    private List<Path> checkpoints = List.of();

    AuditVerify(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var kept = checkpoints.stream().map(KeptCheckpoint::read).toList();
        return shell.inVault(vault -> {
            kept.forEach(one -> one.requireOf(vault));
            var response = vault.client().call(new VerifyTrail.Request(shell.session()));
            shell.answer(response, () -> text(response));
            if (response.brokenAt().isPresent()) {
                throw new DamageFound(
                        "The audit chain is broken. Nothing was changed.",
                        "Keep a copy of the folder as it is, and compare it with a backup and with exported checkpoints.");
            }
            for (KeptCheckpoint one : kept) {
                compare(vault.client(), one, response.headNumber());
            }
            return 0;
        });
    }

    private void compare(Client client, KeptCheckpoint kept, long headNumber) {
        var contradiction = kept.contradiction(headNumber, hash(client, kept.number()));
        if (contradiction.isPresent()) {
            throw new DamageFound(
                    contradiction.get() + " Nothing was changed.",
                    "Keep a copy of the folder as it is. Unless it was restored from a backup, somebody who holds a "
                            + "passphrase did this.");
        }
        shell.note("The chain still holds what " + kept.file() + " says about #1 to #" + kept.number() + ".");
    }

    private Optional<String> hash(Client client, long number) {
        var page = client.call(new LookupEvents.Request(
                shell.session(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(number + 1),
                1));
        return page.events().stream()
                .filter(event -> event.number() == number)
                .map(LookupEvents.Event::hash)
                .findFirst();
    }

    private static String text(VerifyTrail.Response response) {
        return response.brokenAt()
                .map(broken -> new Facts()
                        .add("Broken at", "#" + broken.number())
                        .add("What", broken.what())
                        .add("Expected", broken.expected())
                        .add("Found", broken.found())
                        .add("Last good checkpoint", broken.lastGoodCheckpoint().map(number -> "#" + number))
                        .toString())
                .orElseGet(() -> "Verified #1 to #" + response.headNumber() + " and " + response.checkpoints()
                        + (response.checkpoints() == 1 ? " checkpoint." : " checkpoints.") + "\nHead " + response.headHash());
    }
}
