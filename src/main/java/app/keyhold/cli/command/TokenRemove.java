package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.keystore.RemoveToken;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Forget where a token is found; the token and its keys are not touched")
final class TokenRemove implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "CLUSTER_ID", description = "The name it was added by")
    private String clusterId = "";

    TokenRemove(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new RemoveToken.Request(clusterId));
            shell.answer(response, () -> response.clusterId() + " is no name of a token any more.");
            return 0;
        });
    }
}
