package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.grant.RevokeGrant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "revoke", description = "Take back what a grant allows, at once")
final class GrantRevoke implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "GRANT-ID", description = "64 hexadecimal digits")
    private String grantId = "";

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    GrantRevoke(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client().call(RevokeGrant.Request.of(keyId, grantId));
            shell.answer(response, () -> "The grant is revoked.");
            return 0;
        });
    }
}
