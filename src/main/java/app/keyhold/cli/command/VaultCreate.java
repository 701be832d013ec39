package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.FirstRun;
import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.NewVault;
import app.keyhold.vault.NewVault.KdfCost;
import app.keyhold.vault.OpenVault;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make a vault; its first user is named owner")
final class VaultCreate implements Callable<Integer> {
    private static final String DEFAULT_REGION = "us-east-1";
    private static final int KIB_PER_MIB = 1024;
    private static final int LEAST_KDF_MIB = 8;
    private static final int MOST_KDF_MIB = 4096 - 1;

    private final Shell shell;

    @Option(names = "--account", paramLabel = "12DIGITS", description = "The account's number (drawn at random)")
    private @Nullable String account;

    @Option(
            names = "--kdf-memory",
            paramLabel = "MIB",
            description = "Memory that unlocking takes: more makes guessing dearer (measured, at most 256)")
    private @Nullable Integer kdfMemory;

    @Option(
            names = "--private-names",
            description = "Keep user names out of vault.json: whoever copies the folder finds salted hashes there")
    private boolean privateNames;

    VaultCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var options = shell.options();
        try (SecretBytes passphrase =
                        shell.passphrases().fresh(options.passphraseFile(), "New passphrase for " + shell.user());
                OpenVault made = shell.rooms().vaults().create(wanted(passphrase))) {
            FirstRun.createMyFiles(made.client());
            var info = shell.rooms().vaults().info(made.folder());
            shell.answer(info, () -> new Facts()
                    .add("Vault", info.folder())
                    .add("Vault id", info.vaultId())
                    .add("Account", info.account())
                    .add("Region", info.homeRegion())
                    .add("User", made.user())
                    .add("Key for files", FirstRun.MY_FILES)
                    .toString());
            shell.note("Next: `keyhold vault recovery-sheet` makes the paper that opens the vault if the passphrase is lost.");
            return 0;
        }
    }

    private KdfCost cost() {
        if (kdfMemory == null) {
            return KdfCalibration.measure().cost();
        }
        if (kdfMemory < LEAST_KDF_MIB || kdfMemory > MOST_KDF_MIB) {
            throw new UsageException(
                    "--kdf-memory takes " + LEAST_KDF_MIB + " to " + MOST_KDF_MIB + " MiB.", "256 suits most computers.");
        }
        return new KdfCost(kdfMemory * KIB_PER_MIB, KdfCost.DEFAULT.passes(), KdfCost.DEFAULT.lanes());
    }

    private NewVault wanted(SecretBytes passphrase) {
        var options = shell.options();
        return new NewVault(
                shell.vaultFolder(),
                Optional.ofNullable(account),
                options.region().orElse(DEFAULT_REGION),
                passphrase,
                options.keyFile(),
                cost(),
                Shell.FRONT,
                options.allowSyncFolder(),
                privateNames);
    }
}
