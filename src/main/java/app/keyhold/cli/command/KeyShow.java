package app.keyhold.cli.command;

import app.keyhold.cli.Facts;
import app.keyhold.cli.Shell;
import app.keyhold.cli.Times;
import app.keyhold.kms.key.MultiRegionConfiguration;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.operation.screen.QueryKey;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Everything about one key, but never its material")
final class KeyShow implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "KEY", description = "Alias, key id or ARN")
    private String key = "";

    KeyShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return shell.inVault(vault -> {
            var response = vault.client().call(new QueryKey.Request(shell.session(), KeyNames.full(key)));
            shell.answer(response, () -> facts(response));
            return 0;
        });
    }

    private String facts(QueryKey.Response key) {
        Times times = shell.times();
        var metadata = key.metadata();
        var facts = new Facts()
                .add("Key", metadata.keyId())
                .add("ARN", metadata.arn())
                .add("Aliases", key.aliases().isEmpty() ? "-" : String.join(" ", key.aliases()))
                .add("Description", metadata.description().isEmpty() ? "-" : metadata.description())
                .add("State", metadata.keyState())
                .add("Kind", metadata.keySpec() + ", " + metadata.keyUsage())
                .add("Manager", metadata.keyManager())
                .add("Origin", metadata.origin())
                .add("Created", times.second(metadata.creationDate()))
                .add("Deletion", metadata.deletionDate().map(times::dayFromNow))
                .add("Rotation", rotation(key))
                .add("Materials", key.materials().size())
                .add("Known files", files(key))
                .add("Primary", metadata.multiRegionConfiguration().map(family -> family.primaryKey().region()))
                .add("Replicas", metadata.multiRegionConfiguration().map(KeyShow::replicas));
        if (!key.tags().isEmpty()) {
            facts.add("Tags", key.tags().stream().map(KeyShow::text).collect(Collectors.joining(" ")));
        }
        return facts.toString();
    }

    private static Optional<String> files(QueryKey.Response key) {
        return key.knownFiles() == 0
                ? Optional.empty()
                : Optional.of(key.knownFiles() + ", " + key.filesOnOlderMaterial() + " on older material");
    }

    private static String replicas(MultiRegionConfiguration family) {
        return family.replicaKeys().isEmpty()
                ? "-"
                : family.replicaKeys().stream()
                        .map(MultiRegionConfiguration.MultiRegionKey::region)
                        .collect(Collectors.joining(" "));
    }

    private String rotation(QueryKey.Response key) {
        var rotation = key.rotation();
        return rotation.next()
                .map(next -> "every " + rotation.periodInDays() + " days, next "
                        + shell.times().dayFromNow(next))
                .orElse("off");
    }

    private static String text(Tag tag) {
        return tag.tagKey() + "=" + tag.tagValue();
    }
}
