package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.Permissions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "create",
        description = "A person with a passphrase of their own, or a program. Whoever can unlock is inside the wall: policies"
                + " guide and record them, but can't stop their own code. Make programs, and people who must be stopped,"
                + " with --endpoint-only")
final class UserCreate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", description = "The user's name")
    private String name = "";

    @Option(names = "--new-passphrase-file", paramLabel = "FILE", description = "Read their passphrase from a file")
    private @Nullable Path passphraseFile;

    @Option(names = "--new-key-file", paramLabel = "FILE", description = "A file needed beside their passphrase")
    private @Nullable Path keyFile;

    @Option(
            names = "--endpoint-only",
            description = "No passphrase and no keyslot: will only come in by an access key, through a vault that somebody"
                    + " else unlocked, once there is an endpoint. The right choice for programs")
    private boolean endpointOnly;

    @Option(
            names = "--permissions",
            paramLabel = "WHICH",
            converter = ByName.class,
            description = "administrator (everything), key-user (use and see keys; the default) or none")
    private Permissions permissions = Permissions.KEY_USER;

    /// `key-user` as it is said.
    private static final class ByName implements ITypeConverter<Permissions> {
        @Override
        public Permissions convert(String name) {
            return switch (name) {
                case "administrator" -> Permissions.ADMINISTRATOR;
                case "key-user" -> Permissions.KEY_USER;
                case "none" -> Permissions.NONE;
                default -> throw new TypeConversionException("expected administrator, key-user or none, not '" + name + "'");
            };
        }
    }

    UserCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (endpointOnly && (passphraseFile != null || keyFile != null)) {
            throw new UsageException(
                    "A user of the endpoint only has no passphrase and no key file.", "Leave those options out.");
        }
        return shell.inVault(vault -> {
            if (endpointOnly) {
                var response = vault.client().call(CreateUser.Request.endpointOnly(name, permissions.name()));
                shell.answer(response, () -> response.userName()
                        + " has no keyslot and can't unlock this vault.\n" + response.arn());
                return 0;
            }
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
