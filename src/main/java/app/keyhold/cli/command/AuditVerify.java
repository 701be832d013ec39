package app.keyhold.cli.command;

import app.keyhold.cli.DamageFound;
import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.export.KeptCheckpoint;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.vault.OpenVault;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        var kept = checkpoints.stream().map(AuditVerify::read).toList();
        return shell.inVault(vault -> {
            kept.forEach(one -> requireOf(one, vault));
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
        var contradiction = contradiction(kept, headNumber, kept.against(headNumber, hash(client, kept.number())));
        if (contradiction.isPresent()) {
            throw new DamageFound(
                    contradiction.get() + " Nothing was changed.",
                    "Keep a copy of the folder as it is. Unless it was restored from a backup, somebody who holds a "
                            + "passphrase did this.");
        }
        shell.note("The chain still holds what " + kept.file() + " says about #1 to #" + kept.number() + ".");
    }

    private static KeptCheckpoint read(Path file) {
        try {
            return KeptCheckpoint.read(file)
                    .orElseThrow(() -> new UsageException(
                            file + " is no checkpoint.", "Name a file that `keyhold audit checkpoint --file FILE` wrote."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void requireOf(KeptCheckpoint kept, OpenVault vault) {
        if (!kept.isOf(vault)) {
            throw new UsageException(
                    kept.file() + " was made by another vault or Region.",
                    "Name a checkpoint of this one: " + vault.vaultId());
        }
    }

    /// What the chain says against this checkpoint, if anything.
    private static Optional<String> contradiction(KeptCheckpoint kept, long headNumber, KeptCheckpoint.Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Optional.empty();
            case CUT_OFF -> Optional.of("The chain was cut off: %s was made at #%,d, and the chain ends at #%,d."
                    .formatted(kept.file(), kept.number(), headNumber));
            case REWRITTEN -> Optional.of("The past was rewritten: row #%,d is not the one %s was made of."
                    .formatted(kept.number(), kept.file()));
        };
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
