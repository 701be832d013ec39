package app.keyhold.cli.command;

import app.keyhold.cli.DamageFound;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import app.keyhold.vault.operation.MeasureUnlock;
import app.keyhold.vault.operation.RepairPermissions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "check", description = "Look at everything that can go bad: files, permissions, rows, backups")
final class VaultCheck implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--fix", description = "Before, take the vault's files away from everybody but you")
    private boolean fix;

    @Option(names = "--measure-unlock", description = "Also say how long unlocking takes on this computer")
    private boolean measureUnlock;

    VaultCheck(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            if (fix) {
                vault.client()
                        .call(new RepairPermissions.Request())
                        .files()
                        .forEach(file -> shell.note("Others may not touch it any more: " + file));
            }
            var response = vault.client().call(new CheckVault.Request());
            shell.answer(response, () -> text(response.findings()));
            if (measureUnlock) {
                vault.client().call(new MeasureUnlock.Request()).slots().forEach(this::tell);
            }
            if (response.findings().stream().anyMatch(finding -> finding.severity() == Severity.DAMAGE)) {
                throw new DamageFound(
                        "The check found damaged or tampered data. It changed nothing.",
                        "Keep a copy of the folder; `keyhold vault restore` brings back a backup into a new one.");
            }
            return 0;
        });
    }

    private void tell(MeasureUnlock.Measured slot) {
        String verdict =
                switch (slot.verdict()) {
                    case FINE -> "";
                    case WEAK -> ", which is less than a new vault gets";
                    case QUICK -> "; this computer could bear a dearer guess";
                    case SLOW -> ", which is long";
                };
        shell.note(slot.userName() + " unlocks in " + slot.milliseconds() + " ms (" + slot.kdf() + ")" + verdict + ".");
    }

    private static String text(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "All is well.";
        }
        var table = new Table("SEVERITY", "ABOUT", "WHAT", "ADVICE");
        findings.forEach(finding ->
                table.row(finding.severity().name(), finding.about(), finding.what(), finding.advice()));
        return table.toString();
    }
}
