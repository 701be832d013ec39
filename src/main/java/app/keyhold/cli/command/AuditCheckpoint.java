package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "checkpoint",
        description = "Sign the chain's head; kept outside the vault, it shows later whether the past was rewritten")
final class AuditCheckpoint implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--file", paramLabel = "FILE", description = "Also write it into a new file, as JSON")
    private @Nullable Path file;

    AuditCheckpoint(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var checkpoint = vault.client().call(new CreateCheckpoint.Request());
            if (file != null) {
                Output.create(file, new String(new AwsJson().encodeIndented(checkpoint), StandardCharsets.UTF_8) + "\n");
            }
            shell.answer(checkpoint, () -> new Facts()
                    .add("Vault id", checkpoint.vaultId())
                    .add("Region", checkpoint.region())
                    .add("Up to", "#" + checkpoint.number())
                    .add("Head", checkpoint.head())
                    .add("Time", shell.times().second(checkpoint.time()))
                    .add("Signature", checkpoint.signature())
                    .toString());
            return 0;
        });
    }
}
