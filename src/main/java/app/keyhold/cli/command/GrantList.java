package app.keyhold.cli.command;

import app.keyhold.cli.Shell;
import app.keyhold.cli.Table;
import app.keyhold.cli.UsageException;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.operation.grant.GrantListEntry;
import app.keyhold.kms.operation.grant.ListRetirableGrants;
import app.keyhold.kms.operation.screen.QueryGrants;
import app.keyhold.vault.OpenVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "The grants of a key, or those that somebody may retire")
final class GrantList implements Callable<Integer> {
    private static final int A_PAGE = 1_000;

    private final Shell shell;

    @Option(names = "--key", paramLabel = "KEY", description = "Alias, key id or ARN")
    private @Nullable String key;

    @Option(
            names = "--retirable-by",
            paramLabel = "PRINCIPAL",
            description = "Of all keys, those this user, role or service is named to retire")
    private @Nullable String retiring;

    GrantList(Shell shell) {
        this.shell = shell;
    }

    private record Listed(List<GrantListEntry> grants) {}

    @Override
    public Integer call() {
        if ((key == null) == (retiring == null)) {
            throw new UsageException("Whose grants?", "Give either --key or --retirable-by.");
        }
        return shell.inVault(vault -> {
            var all = new Listed(key == null ? retirable(vault, retiring) : ofKey(vault, key));
            shell.answer(all, () -> table(all.grants()));
            return 0;
        });
    }

    private List<GrantListEntry> ofKey(OpenVault vault, String named) {
        List<GrantListEntry> all = new ArrayList<>();
        var request = new QueryGrants.Request(
                shell.session(), KeyNames.full(named), Optional.of(A_PAGE), Optional.empty());
        var page = vault.client().call(request);
        all.addAll(page.grants());
        while (page.nextMarker().isPresent()) {
            page = vault.client().call(request.from(page.nextMarker()));
            all.addAll(page.grants());
        }
        return all;
    }

    private static List<GrantListEntry> retirable(OpenVault vault, @Nullable String named) {
        var by = GrantParty.of(vault, String.valueOf(named));
        var request = new ListRetirableGrants.Request(
                Optional.empty(), Optional.empty(), by.principal(), by.service());
        List<GrantListEntry> all = new ArrayList<>();
        var page = vault.client().call(request);
        all.addAll(page.grants());
        while (page.nextMarker().isPresent()) {
            page = vault.client().call(request.from(page.nextMarker()));
            all.addAll(page.grants());
        }
        return all;
    }

    private String table(List<GrantListEntry> grants) {
        if (grants.isEmpty()) {
            return "No grants.";
        }
        var table = key == null
                ? new Table("GRANT ID", "KEY", "NAME", "TO", "OPERATIONS", "ONLY WHERE", "SINCE")
                : new Table("GRANT ID", "NAME", "TO", "OPERATIONS", "ONLY WHERE", "RETIRED BY", "SINCE");
        grants.forEach(grant -> {
            String to = GrantParty.shown(grant.granteePrincipal(), grant.granteeServicePrincipal());
            String name = grant.name().isEmpty() ? "-" : grant.name();
            String operations = grant.operations().stream().map(Enum::name).collect(Collectors.joining(" "));
            String only = grant.constraints().map(GrantList::text).orElse("-");
            String since = shell.times().day(grant.creationDate());
            if (key == null) {
                table.row(grant.grantId(), grant.keyId(), name, to, operations, only, since);
            } else {
                String by = GrantParty.shown(grant.retiringPrincipal(), grant.retiringServicePrincipal());
                table.row(grant.grantId(), name, to, operations, only, by, since);
            }
        });
        return table.toString();
    }

    private static String text(GrantConstraints constraints) {
        List<String> parts = new ArrayList<>();
        constraints.encryptionContextEquals().ifPresent(exact -> parts.add("context = " + text(exact)));
        constraints.encryptionContextSubset().ifPresent(pairs -> parts.add("context has " + text(pairs)));
        constraints.sourceArn().ifPresent(arn -> parts.add("for " + arn));
        return String.join("; ", parts);
    }

    private static String text(Map<String, String> pairs) {
        return new TreeMap<>(pairs)
                .entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + pair.getValue())
                        .collect(Collectors.joining(","));
    }
}
