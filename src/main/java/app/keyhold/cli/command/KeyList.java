package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.cli.Times;
import app.keyhold.kms.operation.screen.QueryKeys;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Every key you may see")
final class KeyList implements Callable<Integer> {
    private final Shell shell;

    KeyList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new QueryKeys.Request(shell.session()));
            shell.answer(response, () -> table(response.keys()));
            return 0;
        });
    }

    private String table(List<KeyRow> keys) {
        if (keys.isEmpty()) {
            return "No keys yet. `keyhold key create --alias NAME` makes one.";
        }
        Times times = shell.times();
        var table = new Table("ALIAS", "KEY ID", "STATE", "KIND", "MANAGER", "NEXT ROTATION", "CREATED");
        for (KeyRow key : keys) {
            table.row(
                    key.aliases().isEmpty() ? "-" : String.join(" ", key.aliases()),
                    key.keyId(),
                    key.state().name(),
                    key.spec().name(),
                    key.manager().name(),
                    times.day(key.nextRotation()),
                    times.day(key.created()));
        }
        return table.toString();
    }
}
