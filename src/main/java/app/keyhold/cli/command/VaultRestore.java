package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.OpenVault;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Unpack a backup into a new folder; the vault it came from is left alone")
final class VaultRestore implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "A folder that is not there yet")
    private Path folder = Path.of("");

    VaultRestore(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var question = "Passphrase of " + shell.user() + " when the backup was made";
        try (SecretBytes passphrase = shell.passphrases().existing(shell.options().passphraseFile(), question);
                OpenVault restored = shell.rooms().vaults().restore(file, folder, shell.unlocking(passphrase))) {
            var info = shell.rooms().vaults().info(restored.folder());
            shell.answer(info, () -> new Facts()
                    .add("Vault", info.folder())
                    .add("Vault id", info.vaultId())
                    .add("Account", info.account())
                    .toString());
            return 0;
        }
    }
}
