package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.vault.operation.ListUsers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Everybody in this vault")
final class UserList implements Callable<Integer> {
    private final Shell shell;

    UserList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new ListUsers.Request());
            shell.answer(response, () -> table(response.users()));
            return 0;
        });
    }

    private String table(List<ListUsers.User> users) {
        var table = new Table("NAME", "UNLOCKS WITH", "POLICIES", "ENABLED", "SINCE", "ARN");
        users.forEach(user -> table.row(
                user.userName(),
                unlocksWith(user),
                user.policies().isEmpty() ? "-" : String.join(", ", user.policies()),
                user.enabled() ? "yes" : "no",
                shell.times().day(user.created()),
                user.arn()));
        return table.toString();
    }

    private static String unlocksWith(ListUsers.User user) {
        if (user.endpointOnly()) {
            return "endpoint only";
        }
        return user.slots().isEmpty() ? "-" : String.join(", ", user.slots());
    }
}
