package app.keyhold.cli.command;

import app.keyhold.cli.DamageFound;
import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "verify", description = "Walk the whole chain: every hash, every checkpoint's signature")
final class AuditVerify implements Callable<Integer> {
    private final Shell shell;

    AuditVerify(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new VerifyTrail.Request(shell.session()));
            shell.answer(response, () -> text(response));
            if (response.brokenAt().isPresent()) {
                throw new DamageFound(
                        "The audit chain is broken. Nothing was changed.",
                        "Keep a copy of the folder as it is, and compare it with a backup and with exported checkpoints.");
            }
            return 0;
        });
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
