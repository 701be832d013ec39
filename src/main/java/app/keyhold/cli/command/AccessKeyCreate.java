package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.accesskey.CreateAccessKey;
import app.keyhold.kms.operation.accesskey.CreateAccessKey.NewAccessKey;
import java.util.Base64;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "An access key, for programs that will talk to the endpoint. There is no endpoint yet: until then it is"
                + " only kept and opens nothing. The secret is printed this once; nobody can see it again")
final class AccessKeyCreate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "USER", description = "Whose it is to be; two at most")
    private String user = "";

    AccessKeyCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new CreateAccessKey.Request(user));
            try (var secret = response.accessKey().secretAccessKey()) {
                shell.answer(response, () -> text(response.accessKey()));
            }
            shell.note("The secret is not shown again: keep it where the program will read it.");
            shell.note("There is no endpoint yet that it could sign for; until then it is only kept.");
            return 0;
        });
    }

    /// In the form of AWS' credentials file.
    private static String text(NewAccessKey key) {
        return key.secretAccessKey().use(secret -> "aws_access_key_id = " + key.accessKeyId()
                + "\naws_secret_access_key = " + Base64.getEncoder().encodeToString(secret));
    }
}
