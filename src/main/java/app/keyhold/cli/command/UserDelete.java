package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.vault.operation.DeleteUser;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Take a user and their keyslots away; `vault rekey` shuts them out of copies too")
final class UserDelete implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The user's name")
    private String name = "";

    UserDelete(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new DeleteUser.Request(name));
            shell.answer(response, () -> name + " can't unlock this vault any more."
                    + StillOpening.warning(response.stillOpening()));
            return 0;
        });
    }
}
