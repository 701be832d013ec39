package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.operation.grant.CreateGrant;
import app.keyhold.vault.OpenVault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "create",
        description = "Let somebody do a few things with one key",
        footer = {
            "",
            "Operations: Decrypt, Encrypt, GenerateDataKey, GenerateDataKeyWithoutPlaintext, GenerateDataKeyPair,",
            "GenerateDataKeyPairWithoutPlaintext, ReEncryptFrom, ReEncryptTo, Sign, Verify, GenerateMac, VerifyMac,",
            "GetPublicKey, DeriveSharedSecret, Encapsulate, Decapsulate, DescribeKey, CreateGrant, RetireGrant."
        })
final class GrantCreate implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "OPERATION", arity = "1..*", description = "What they may do: Decrypt, Encrypt, Sign, ...")
    private List<String> operations = List.of();

    @Option(names = "--key", required = true, paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PRINCIPAL",
            description = "A user's name, an ARN (of a role too), or a service: NAME.amazonaws.com")
    private String grantee = "";

    @Option(names = "--retired-by", paramLabel = "PRINCIPAL", description = "Who else may end it, without any policy")
    private @Nullable String retiring;

    @Option(names = "--name", paramLabel = "NAME", description = "Keeps a repeated command from making a second grant")
    private @Nullable String name;

    @Option(
            names = "--context",
            paramLabel = "NAME=VALUE",
            description = "Only where the encryption context holds this pair; may be repeated")
    private List<String> subset = List.of();

    @Option(
            names = "--exact-context",
            paramLabel = "NAME=VALUE",
            description = "Only where the encryption context is this pair and nothing else; may be repeated")
    private List<String> exact = List.of();

    @Option(names = "--source-arn", paramLabel = "ARN", description = "Only for this resource; needed for a service")
    private @Nullable String sourceArn;

    GrantCreate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(request(vault));
            shell.answer(response, () -> "Grant " + response.grantId() + " lets " + grantee + " use " + key + ": "
                    + String.join(", ", operations) + ".\nIt is in force now. Its token, for programs that want one:\n"
                    + response.grantToken());
            return 0;
        });
    }

    private CreateGrant.Request request(OpenVault vault) {
        var to = GrantParty.of(vault, grantee);
        var by = retiring == null ? GrantParty.NOBODY : GrantParty.of(vault, retiring);
        return new CreateGrant.Request(
                Optional.of(new GrantConstraints(pairs(exact), pairs(subset), Optional.ofNullable(sourceArn))),
                Optional.empty(),
                List.of(),
                to.principal(),
                to.service(),
                KeyNames.resolved(vault.client(), key),
                Optional.ofNullable(name),
                operations,
                by.principal(),
                by.service());
    }

    private static Optional<Map<String, String>> pairs(List<String> given) {
        return given.isEmpty() ? Optional.empty() : Optional.of(Fields.parse(given));
    }
}
