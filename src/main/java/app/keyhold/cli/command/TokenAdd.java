package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.keystore.AddToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Name a PKCS#11 token that is plugged in, so that a custom key store can stand on it. Its library is code"
                + " that runs as you: name only one you trust")
final class TokenAdd implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            paramLabel = "CLUSTER_ID",
            description = "What CreateCustomKeyStore calls it: cluster- and 11 to 16 letters or digits 2 to 7")
    private String clusterId = "";

    @Option(
            names = "--library",
            paramLabel = "FILE",
            required = true,
            description = "The PKCS#11 library its maker installed (/usr/lib/softhsm/libsofthsm2.so)")
    private Path library = Path.of("");

    @Option(names = "--label", paramLabel = "LABEL", description = "The token's label, if the library has several tokens")
    private @Nullable String label;

    @Option(names = "--serial", paramLabel = "NUMBER", description = "Its serial number, if several have that label")
    private @Nullable String serial;

    @Option(
            names = "--env",
            paramLabel = "NAME=VALUE",
            description = "What the library wants to find in its environment (SOFTHSM2_CONF=/path); no secrets")
    private List<String> environment = new ArrayList<>();

    @Option(
            names = "--trust-anchor",
            paramLabel = "FILE",
            description = "A certificate that has to be named by whoever makes a key store on it")
    private @Nullable Path trustAnchor;

    TokenAdd(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var request = new AddToken.Request(
                clusterId,
                library.toAbsolutePath().normalize().toString(),
                Optional.ofNullable(label),
                Optional.ofNullable(serial),
                Fields.parse(environment),
                Optional.ofNullable(trustAnchor)
                        .map(file -> new String(
                                Input.fileOrStream(shell, file.toString()), StandardCharsets.UTF_8)));
        return shell.inVault(vault -> {
            var response = vault.client().call(request);
            shell.answer(response, () -> response.clusterId() + " is the token " + response.label() + " ("
                    + response.manufacturer() + " " + response.model() + ", serial number " + response.serialNumber()
                    + ").\nMake a key store on it: keyhold call CreateCustomKeyStore @FILE, with CustomKeyStoreName,"
                    + " CloudHsmClusterId and its PIN as KeyStorePassword.");
            return 0;
        });
    }
}
