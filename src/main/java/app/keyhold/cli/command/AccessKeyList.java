package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.kms.operation.accesskey.ListAccessKeys;
import app.keyhold.kms.operation.accesskey.ListAccessKeys.AccessKeyMetadata;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "list", description = "A user's access keys, without their secrets")
final class AccessKeyList implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "USER", description = "Whose they are")
    private String user = "";

    AccessKeyList(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(ListAccessKeys.Request.of(user));
            shell.answer(response, () -> table(response.accessKeyMetadata()));
            return 0;
        });
    }

    private String table(List<AccessKeyMetadata> keys) {
        var table = new Table("ACCESS KEY", "STATUS", "SINCE");
        keys.forEach(key -> table.row(
                key.accessKeyId(), key.status().toLowerCase(Locale.ROOT), shell.times().day(key.createDate())));
        return table.isEmpty() ? user + " has no access keys." : table.toString();
    }
}
