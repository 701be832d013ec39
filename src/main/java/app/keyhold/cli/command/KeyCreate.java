package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.UsageException;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make a key, with an alias and automatic rotation if wanted")
final class KeyCreate implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--alias", paramLabel = "NAME", description = "What to call it: payroll")
    private @Nullable String alias;

    @Option(names = "--description", paramLabel = "TEXT", description = "What it is for")
    private @Nullable String description;

    @Option(
            names = "--spec",
            paramLabel = "KEYSPEC",
            description = "Kind of key: SYMMETRIC_DEFAULT, RSA_3072, ECC_NIST_P256, HMAC_256, ML_DSA_65, ML_KEM_768, SM2, ... (SYMMETRIC_DEFAULT)")
    private KeySpec spec = KeySpec.SYMMETRIC_DEFAULT;

    @Option(
            names = "--usage",
            paramLabel = "KEYUSAGE",
            description = "ENCRYPT_DECRYPT, SIGN_VERIFY, GENERATE_VERIFY_MAC, KEY_AGREEMENT or ENCAPSULATE_DECAPSULATE; needed where the kind allows several")
    private @Nullable KeyUsage usage;

    @Option(
            names = "--origin",
            paramLabel = "ORIGIN",
            description = "EXTERNAL for a key whose material you bring along with `key import` (AWS_KMS)")
    private KeyOrigin origin = KeyOrigin.AWS_KMS;

    @Option(
            names = "--multi-region",
            description = "Can have replicas in other Regions of the vault; can't be changed later")
    private boolean multiRegion;

    @Option(names = "--rotation", paramLabel = "DAYS", description = "Rotate every so many days, 90 to 2560")
    private @Nullable Integer rotation;

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "A tag; may be given several times")
    private List<String> tags = List.of();

    @Option(names = "--policy", paramLabel = "FILE", description = "Key policy as JSON; - reads standard input")
    private @Nullable String policy;

    KeyCreate(Shell shell) {
        this.shell = shell;
    }

    private record Created(KeyMetadata keyMetadata, Optional<String> aliasName, Optional<Integer> rotationPeriodInDays) {}

    @Override
    public Integer call() {
        CreateKey.Request request = request();
        return shell.inVault(vault -> {
            KeyMetadata made = vault.client().call(request).keyMetadata();
            Optional<String> aliasName = Optional.ofNullable(alias).map(KeyNames::alias);
            complete(vault.client(), made, aliasName);
            shell.answer(new Created(made, aliasName, Optional.ofNullable(rotation)), () -> new Facts()
                    .add("Key", made.keyId())
                    .add("Alias", aliasName)
                    .add("ARN", made.arn())
                    .add("Kind", made.keySpec() + ", " + made.keyUsage())
                    .add("Rotation", Optional.ofNullable(rotation).map(days -> "every " + days + " days"))
                    .toString());
            return 0;
        });
    }

    private void complete(Client client, KeyMetadata made, Optional<String> aliasName) {
        try {
            aliasName.ifPresent(name -> client.call(new CreateAlias.Request(name, made.keyId())));
            if (rotation != null) {
                client.call(EnableKeyRotation.Request.of(made.keyId(), rotation));
            }
        } catch (KmsException refused) {
            shell.note("The key " + made.keyId() + " was made and is there, but not all that was asked for could be done:");
            throw refused;
        }
    }

    private CreateKey.Request request() {
        return new CreateKey.Request(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(description),
                Optional.of(spec.name()),
                Optional.of(onlyUsage().name()),
                multiRegion ? Optional.of(true) : Optional.empty(),
                Optional.of(origin.name()),
                Optional.ofNullable(policy)
                        .map(file -> new String(Input.fileOrStream(shell, file), StandardCharsets.UTF_8)),
                Fields.parse(tags).entrySet().stream()
                        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
                        .toList(),
                Optional.empty());
    }

    private KeyUsage onlyUsage() {
        if (usage != null) {
            return usage;
        }
        if (spec.usages().size() > 1) {
            throw new UsageException(
                    spec + " can be made for " + spec.usages().stream().sorted().map(KeyUsage::name).toList() + ".",
                    "Choose one with --usage; it can't be changed later.");
        }
        return spec.usages().iterator().next();
    }
}
