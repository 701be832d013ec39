package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.CreateRecoverySheet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "recovery-sheet", description = "24 words that open the vault if your passphrase is lost")
final class VaultRecoverySheet implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--file", paramLabel = "FILE", description = "Write it into a new file instead of showing it")
    private @Nullable Path file;

    VaultRecoverySheet(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            try (var sheet = vault.client()
                    .call(new CreateRecoverySheet.Request(vault.user()))
                    .sheet()) {
                SheetHandover.hand(shell, sheet, Optional.ofNullable(file));
                return 0;
            }
        });
    }
}
