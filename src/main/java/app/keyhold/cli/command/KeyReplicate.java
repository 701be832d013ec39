package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.region.ReplicateKey;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "replicate", description = "Give a multi-Region key a replica in another Region of the vault")
final class KeyReplicate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "KEY", description = "Alias, key id or ARN of the primary")
    private String key = "";

    @Parameters(index = "1", paramLabel = "REGION", description = "Where the replica is to be")
    private String region = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What the replica is for")
    private @Nullable String description;

    KeyReplicate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            String keyId = KeyNames.resolved(vault.client(), key);
            var response = vault.client()
                    .call(new ReplicateKey.Request(
                            Optional.empty(),
                            Optional.ofNullable(description),
                            keyId,
                            Optional.empty(),
                            region,
                            List.of()));
            shell.answer(response, () -> key + " has a replica in " + region + ": "
                    + response.replicaKeyMetadata().arn()
                    + (vault.regions().contains(region)
                            ? ""
                            : "\nThat Region is away; the replica is made when its disk is back."));
            return 0;
        });
    }
}
