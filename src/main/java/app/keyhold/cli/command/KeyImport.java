package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.WrappedMaterial;
import app.keyhold.crypto.WrappingAlgorithm;
import app.keyhold.kms.key.ExpirationModel;
import app.keyhold.kms.key.ImportType;
import app.keyhold.kms.key.WrappingKeySpec;
import app.keyhold.kms.operation.imported.GetParametersForImport;
import app.keyhold.kms.operation.imported.ImportKeyMaterial;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = {
            "Bring material into a key of origin EXTERNAL",
            "Gets parameters, wraps the material with RSA_AES_KEY_WRAP_SHA_256 and imports it. Whoever wraps on another",
            "computer does the same with `call GetParametersForImport` and `call ImportKeyMaterial`."
        })
final class KeyImport implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    @Option(
            names = "--material",
            paramLabel = "FILE",
            required = true,
            description = "Raw bytes for symmetric and HMAC keys, PKCS #8 in DER or PEM for the others")
    private Path material = Path.of("");

    @Option(names = "--valid-to", paramLabel = "DATE", description = "When it expires, at most 365 days ahead (never)")
    private @Nullable String validTo;

    @Option(names = "--description", paramLabel = "TEXT", description = "What to call this material")
    private @Nullable String description;

    @Option(names = "--new", description = "Other material than the key has; it waits until the key is rotated")
    private boolean fresh;

    KeyImport(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<Instant> end = Optional.ofNullable(validTo).map(text -> shell.times().parse(text));
        try (SecretBytes plain = MaterialFile.read(material)) {
            return shell.inVault(vault -> {
                String keyId = KeyNames.resolved(vault.client(), key);
                var parameters = vault.client()
                        .call(new GetParametersForImport.Request(
                                keyId,
                                WrappingAlgorithm.RSA_AES_KEY_WRAP_SHA_256.name(),
                                WrappingKeySpec.RSA_3072.name()));
                var response = vault.client().call(request(keyId, parameters, plain, end));
                shell.answer(response, () -> told(end));
                return 0;
            });
        }
    }

    private ImportKeyMaterial.Request request(
            String keyId, GetParametersForImport.Response parameters, SecretBytes plain, Optional<Instant> end) {
        return new ImportKeyMaterial.Request(
                WrappedMaterial.wrap(parameters.publicKey(), plain),
                Optional.of(
                        (end.isPresent()
                                        ? ExpirationModel.KEY_MATERIAL_EXPIRES
                                        : ExpirationModel.KEY_MATERIAL_DOES_NOT_EXPIRE)
                                .name()),
                parameters.importToken(),
                fresh ? Optional.of(ImportType.NEW_KEY_MATERIAL.name()) : Optional.empty(),
                keyId,
                Optional.ofNullable(description),
                Optional.empty(),
                end);
    }

    private String told(Optional<Instant> end) {
        String until = end.map(date -> " It can be used until " + shell.times().second(date) + ".").orElse("");
        return key + " has the material of " + material + "." + until + System.lineSeparator()
                + "Keep a copy of that file in a safe place, or delete it: Keyhold gives material out to nobody.";
    }
}
