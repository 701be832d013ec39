package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.TestRecoverySheet;
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

    @Option(names = "--test", description = "Make none: ask for the words of the one you have and say whether they are right")
    private boolean test;

    VaultRecoverySheet(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (test) {
            return test();
        }
        return shell.inVault(vault -> {
            try (var sheet = vault.client()
                    .call(new CreateRecoverySheet.Request(vault.user()))
                    .sheet()) {
                SheetHandover.hand(shell, sheet, Optional.ofNullable(file));
                return 0;
            }
        });
    }

    private int test() {
        return shell.inVault(vault -> {
            try (SecretBytes words = shell.passphrases().existing(Optional.empty(), "Words of the recovery sheet of " + vault.user())) {
                var response = vault.client().call(new TestRecoverySheet.Request(vault.user(), words));
                shell.answer(response, () -> "These words open the vault.");
                return 0;
            }
        });
    }
}
