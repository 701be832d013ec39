package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "enable", description = "Let an access key sign again")
final class AccessKeyEnable implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccessKeyName which = new AccessKeyName();

    AccessKeyEnable(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client()
                    .call(UpdateAccessKey.Request.of(which.user(), which.id(), AccessKeyStatus.Active));
            shell.answer(response, () -> which.id() + " is active again.");
            return 0;
        });
    }
}
