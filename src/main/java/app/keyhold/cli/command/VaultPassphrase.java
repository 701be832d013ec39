package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.operation.ChangePassphrase;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "passphrase", description = "Give yourself a new passphrase")
final class VaultPassphrase implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Read the new passphrase from a file")
    private @Nullable Path newPassphraseFile;

    @Option(names = "--new-key-file", paramLabel = "FILE", description = "A file needed beside it from now on")
    private @Nullable Path newKeyFile;

    VaultPassphrase(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault((vault, passphrase) -> {
            String user = vault.user();
            try (SecretBytes fresh = shell.passphrases()
                    .fresh(Optional.ofNullable(newPassphraseFile), "New passphrase for " + user)) {
                var response = vault.client()
                        .call(new ChangePassphrase.Request(
                                user,
                                passphrase,
                                shell.options().keyFile().map(Path::toString),
                                fresh,
                                Optional.ofNullable(newKeyFile).map(Path::toString)));
                shell.answer(response, () -> "The passphrase of " + user + " is changed."
                        + StillOpening.warning(response.stillOpening()));
                return 0;
            }
        });
    }
}
