package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.Rekey;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "rekey", description = "Move everything to a new root key and shut out old passphrases for good")
final class VaultRekey implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--recovery-sheet",
            paramLabel = "FILE",
            description = "Write the new recovery sheet into a new file instead of showing it")
    private @Nullable Path file;

    VaultRekey(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault((vault, passphrase) -> {
            var response = vault.client()
                    .call(new Rekey.Request(
                            vault.user(), passphrase, shell.options().keyFile().map(Path::toString)));
            try (var sheet = response.sheet()) {
                SheetHandover.hand(shell, sheet, Optional.ofNullable(file));
                tell("To be added again with `keyhold user create`, because their passphrases are needed", response.toAddAgain());
                tell("Old passphrases still open these copies", response.stillOpening());
                return 0;
            }
        });
    }

    private void tell(String what, List<String> names) {
        if (!names.isEmpty()) {
            shell.note(what + ": " + String.join(", ", names));
        }
    }
}
