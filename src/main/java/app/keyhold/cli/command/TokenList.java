package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.keystore.ListTokens;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "list", description = "The tokens that have a name here, plugged in or not")
final class TokenList implements Callable<Integer> {
    private final Shell shell;

    TokenList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new ListTokens.Request());
            shell.answer(response, () -> table(response.tokens()));
            return 0;
        });
    }

    private static String table(List<ListTokens.Token> tokens) {
        var table = new Table("CLUSTER ID", "LABEL", "SERIAL NUMBER", "KEY STORE", "MAKER", "LIBRARY");
        tokens.forEach(token -> table.row(
                token.clusterId(),
                token.label(),
                token.serialNumber(),
                token.customKeyStoreId().orElse("-"),
                token.manufacturer(),
                token.library()));
        return table.toString();
    }
}
