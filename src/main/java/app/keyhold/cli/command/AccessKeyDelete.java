package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.accesskey.DeleteAccessKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "delete", description = "Take an access key away for good; `disable` stops it for a while")
final class AccessKeyDelete implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccessKeyName which = new AccessKeyName();

    AccessKeyDelete(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new DeleteAccessKey.Request(which.id(), which.user()));
            shell.answer(response, () -> which.id() + " is gone for good.");
            return 0;
        });
    }
}
