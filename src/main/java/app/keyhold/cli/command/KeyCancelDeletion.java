package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "cancel-deletion", description = "Keep a key that was to be deleted; it comes back disabled")
final class KeyCancelDeletion implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    KeyCancelDeletion(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(new CancelKeyDeletion.Request(keyId));
            shell.answer(response, () -> key + " is kept, disabled. `keyhold key enable " + key + "` lets it be used again.");
            return 0;
        });
    }
}
