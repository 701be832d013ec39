package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.operation.grant.RetireGrant;
import app.keyhold.vault.OpenVault;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "retire", description = "End a grant that names you as somebody who may")
final class GrantRetire implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "GRANT-ID", arity = "0..1", description = "64 hexadecimal digits; with --key")
    private @Nullable String grantId;

    @Option(names = "--key", paramLabel = "KEY", description = "Alias, key id or ARN")
    private @Nullable String key;

    @Option(names = "--token", paramLabel = "TOKEN", description = "Instead of both: the token it was made with")
    private @Nullable String token;

    GrantRetire(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        boolean byId = grantId != null && key != null;
        if (byId == (token != null) || (token != null && (grantId != null || key != null))) {
            throw new UsageException("Which grant?", "Give --key and the grant's id, or --token.");
        }
        return shell.inVault(vault -> {
            var response = vault.client().call(request(vault));
            shell.answer(response, () -> "The grant is retired.");
            return 0;
        });
    }

    /// A retiring principal may not be allowed to describe the key, so an alias serves only those who are.
    private RetireGrant.Request request(OpenVault vault) {
        return token != null
                ? RetireGrant.Request.byToken(token)
                : RetireGrant.Request.of(
                        KeyNames.resolved(vault.client(), String.valueOf(key)), String.valueOf(grantId));
    }
}
