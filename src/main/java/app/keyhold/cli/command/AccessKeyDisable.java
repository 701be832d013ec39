package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.credential.AccessKeyStatus;
import app.keyhold.kms.operation.accesskey.UpdateAccessKey;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "disable", description = "Let nobody sign with an access key, until it is enabled again")
final class AccessKeyDisable implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccessKeyName which = new AccessKeyName();

    AccessKeyDisable(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client()
                    .call(UpdateAccessKey.Request.of(which.user(), which.id(), AccessKeyStatus.Inactive));
            shell.answer(response, () -> which.id() + " is inactive: nobody can sign with it until it is enabled again.");
            return 0;
        });
    }
}
