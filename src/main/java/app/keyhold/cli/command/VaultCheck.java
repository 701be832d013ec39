package app.keyhold.cli.command;

import app.keyhold.cli.DamageFound;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CheckVault.Finding;
import app.keyhold.vault.operation.CheckVault.Severity;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "check", description = "Look at everything that can go bad: files, permissions, rows, backups")
final class VaultCheck implements Callable<Integer> {
    private final Shell shell;

    VaultCheck(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new CheckVault.Request());
            shell.answer(response, () -> text(response.findings()));
            if (response.findings().stream().anyMatch(finding -> finding.severity() == Severity.DAMAGE)) {
                throw new DamageFound(
                        "The check found damaged or tampered data. It changed nothing.",
                        "Keep a copy of the folder; `keyhold vault restore` brings back a backup into a new one.");
            }
            return 0;
        });
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
