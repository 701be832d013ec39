package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "A person with a passphrase of their own. Whoever can unlock is inside the wall: policies guide and"
                + " record them, but can't stop their own code")
final class UserCreate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The user's name")
    private String name = "";

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Read their passphrase from a file")
    private @Nullable Path passphraseFile;

    @Option(names = "--new-key-file", paramLabel = "FILE", description = "A file needed beside their passphrase")
    private @Nullable Path keyFile;

    @Option(
            names = "--permissions",
            paramLabel = "WHICH",
            description = "administrator (everything), key-user (use and see keys) or none (key_user)")
    private Permissions permissions = Permissions.KEY_USER;

    UserCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            try (SecretBytes passphrase =
                    shell.passphrases().fresh(Optional.ofNullable(passphraseFile), "Passphrase for " + name)) {
                var response = vault.client()
                        .call(new CreateUser.Request(
                                name, passphrase, Optional.ofNullable(keyFile).map(Path::toString), permissions.name()));
                shell.answer(response, () -> response.userName() + " can unlock this vault with --user "
                        + response.userName() + ".\n" + response.arn());
                return 0;
            }
        });
    }
}
