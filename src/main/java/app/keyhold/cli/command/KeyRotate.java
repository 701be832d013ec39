package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "rotate", description = "Give a key new material now; what it encrypted before still opens")
final class KeyRotate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    KeyRotate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(new RotateKeyOnDemand.Request(keyId));
            shell.answer(response, () -> key + " has new material. What it encrypted before still opens.");
            KnownFiles.onOlderMaterial(vault.client(), shell, keyId).ifPresent(shell::note);
            return 0;
        });
    }
}
