package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.policy.PutKeyPolicy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "put", description = "Give a key a new policy, unless nobody could change it any more afterwards")
final class PolicyPut implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    @Parameters(paramLabel = "FILE", description = "The policy as JSON; - reads standard input")
    private String file = "";

    @Option(names = "--bypass-lockout-check", description = "Even if you could not change it any more yourself")
    private boolean bypass;

    PolicyPut(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String policy = new String(Input.fileOrStream(shell, file), StandardCharsets.UTF_8);
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client()
                    .call(new PutKeyPolicy.Request(Optional.of(bypass), keyId, policy, Optional.empty()));
            shell.answer(response, () -> key + " has the new policy.");
            return 0;
        });
    }
}
