package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "info", description = "What the vault's header tells without a passphrase")
final class VaultInfo implements Callable<Integer> {
    private final Shell shell;

    VaultInfo(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var info = shell.rooms().vaults().info(shell.vaultFolder());
        shell.answer(info, () -> text(info));
        return 0;
    }

    private String text(app.keyhold.vault.VaultInfo info) {
        var facts = new Facts()
                .add("Vault", info.folder())
                .add("Vault id", info.vaultId())
                .add("Format", "version " + info.formatVersion() + ", generation " + info.generation())
                .add("Account", info.account())
                .add("Region", info.homeRegion())
                .add("Created", shell.times().second(info.created()));
        var slots = new Table("USER", "OPENS WITH", "DERIVATION", "SINCE", "SLOT");
        info.slots()
                .forEach(slot -> slots.row(
                        slot.user(), slot.kind(), slot.kdf(), shell.times().day(slot.created()), slot.id()));
        return facts + "\n\n" + slots;
    }
}
