package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.role.RevokeRoleSessions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "revoke-sessions", description = "End every session of a role that has begun")
final class RoleRevokeSessions implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The role's name")
    private String name = "";

    RoleRevokeSessions(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new RevokeRoleSessions.Request(name));
            shell.answer(response, () -> "Every session of " + name + " has ended.");
            return 0;
        });
    }
}
