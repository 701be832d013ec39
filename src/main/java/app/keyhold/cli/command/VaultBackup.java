package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Sizes;
import app.keyhold.vault.operation.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "Write everything into one new file, open it again and compare")
final class VaultBackup implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "A file that is not there yet")
    private Path file = Path.of("");

    VaultBackup(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response =
                    vault.client().call(new Backup.Request(file.toAbsolutePath().toString()));
            shell.answer(
                    response,
                    () -> file + " holds " + response.keys() + " keys and " + response.rows() + " audit rows ("
                            + Sizes.of(response.bytes()) + "), verified.\nSHA-256 " + response.sha256());
            if (!response.away().isEmpty()) {
                shell.note("Not in it, because they are away: " + String.join(", ", response.away()));
            }
            return 0;
        });
    }
}
