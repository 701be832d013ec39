package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.vault.operation.ForgetBackup;
import app.keyhold.vault.operation.KnownBackups.Backup;
import app.keyhold.vault.operation.ListBackups;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "backups",
        description = "The copies of this vault that it knows of; each opens with the passphrases of its time and holds the"
                + " keys of its time")
final class VaultBackups implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--forget",
            paramLabel = "FILE",
            description = "This backup does not exist any more: name it no longer (the file is not touched)")
    private @Nullable Path forget;

    VaultBackups(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            if (forget != null) {
                var response = vault.client()
                        .call(new ForgetBackup.Request(forget.toAbsolutePath().toString()));
                shell.answer(response, () -> response.file() + " is not named any more.");
            } else {
                var response = vault.client().call(new ListBackups.Request());
                shell.answer(response, () -> table(response.backups()));
            }
            return 0;
        });
    }

    private String table(List<Backup> backups) {
        if (backups.isEmpty()) {
            return "None yet. `keyhold vault backup FILE` makes one, best on another disk.";
        }
        var table = new Table("MADE", "GENERATION", "THERE", "FILE");
        backups.forEach(backup -> table.row(
                backup.made().map(shell.times()::second).orElse("-"),
                backup.generation().map(String::valueOf).orElse("-"),
                backup.there() ? "yes" : "no",
                backup.file()));
        return table.toString();
    }
}
