package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "set-primary", description = "Make the replica in a Region the primary of a multi-Region key")
final class KeySetPrimary implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "KEY", description = "Alias, key id or ARN of the present primary")
    private String key = "";

    @Parameters(index = "1", paramLabel = "REGION", description = "Where the replica is")
    private String region = "";

    KeySetPrimary(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(new UpdatePrimaryRegion.Request(keyId, region));
            shell.answer(response, () -> "The primary of " + key + " is in " + region + " now; here is a replica.");
            return 0;
        });
    }
}
