package app.keyhold.cli.command;

import app.keyhold.cli.Plain;
import app.keyhold.cli.Principals;
import app.keyhold.cli.Shell;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.ContextEntry;
import app.keyhold.kms.operation.identity.SimulatePrincipalPolicy.EvaluationResult;
import app.keyhold.vault.OpenVault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "simulate",
        description = "May they? What the policies would answer and which statements decide, without doing anything")
final class PolicySimulate implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--principal",
            required = true,
            paramLabel = "WHO",
            description = "A user by name, owner, role/NAME, or an ARN")
    private String principal = "";

    @Option(
            names = "--action",
            required = true,
            split = ",",
            paramLabel = "ACTION",
            description = "kms:Decrypt, or Decrypt for short; several with commas between")
    private List<String> actions = List.of();

    @Option(names = "--key", paramLabel = "KEY", description = "On this key: alias, key id or ARN; any number of times")
    private List<String> keys = List.of();

    @Option(names = "--resource", paramLabel = "ARN", description = "On this instead, such as a role; any number of times")
    private List<String> resources = List.of();

    @Option(
            names = "--context",
            paramLabel = "KEY=VALUE",
            description = "What the request would have, such as kms:EncryptionContext:team=red; commas between values of"
                    + " one key; any number of times")
    private List<String> context = List.of();

    PolicySimulate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(request(vault));
            shell.answer(response, () -> response.evaluationResults().stream()
                    .map(PolicySimulate::text)
                    .collect(Collectors.joining("\n")));
            return 0;
        });
    }

    private SimulatePrincipalPolicy.Request request(OpenVault vault) {
        List<String> asked = new ArrayList<>(resources);
        keys.forEach(key -> asked.add(arn(vault, KeyNames.full(key))));
        List<ContextEntry> entries = new ArrayList<>();
        Fields.parse(context).forEach((name, values) -> entries.add(new ContextEntry(name, List.of(values.split(",", -1)))));
        return new SimulatePrincipalPolicy.Request(
                actions.stream().map(one -> one.contains(":") ? one : "kms:" + one).toList(),
                entries,
                Principals.any(vault.account(), principal),
                asked);
    }

    private static String arn(OpenVault vault, String key) {
        return key.startsWith("arn:")
                ? key
                : "arn:aws:kms:" + vault.region() + ":" + vault.account() + ":"
                        + (key.startsWith("alias/") ? key : "key/" + key);
    }

    private static String text(EvaluationResult result) {
        String outcome =
                switch (result.evalDecision()) {
                    case "allowed" -> "allowed";
                    case "explicitDeny" -> "denied outright";
                    default -> "not allowed";
                };
        var text = new StringBuilder(
                result.evalActionName() + " on " + result.evalResourceName() + ": " + outcome);
        result.reasons().forEach(reason -> text.append("\n  ").append(reason));
        if (!result.missingContextValues().isEmpty()) {
            text.append("\n  Asked for and not given with --context: ")
                    .append(String.join(", ", result.missingContextValues()));
        }
        return Plain.text(text.toString());
    }
}
