package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.role.DeleteRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Remove a role that has no policies any more; its sessions end at once")
final class RoleDelete implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The role's name")
    private String name = "";

    RoleDelete(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new DeleteRole.Request(name));
            shell.answer(response, () -> name + " is gone.");
            return 0;
        });
    }
}
