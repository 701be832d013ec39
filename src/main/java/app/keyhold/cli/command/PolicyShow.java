package app.keyhold.cli.command;

import app.keyhold.cli.Plain;
import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "show", description = "A key's policy")
final class PolicyShow implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    PolicyShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(GetKeyPolicy.Request.of(keyId));
            shell.answer(response, () -> Plain.text(response.policy()));
            return 0;
        });
    }
}
