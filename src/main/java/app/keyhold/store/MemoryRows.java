package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.iam.Identity;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Everything a Region holds but its chain; copied before it is written.
final class MemoryRows {
    final NavigableMap<String, Key> keys;
    final NavigableMap<String, Alias> aliases;
    final NavigableMap<String, Identity> identities;
    final NavigableMap<String, String> settings;
    final NavigableMap<String, OutboxEntry> outbox;
    final NavigableMap<String, AppliedOperation> applied;

    MemoryRows() {
        this(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    private MemoryRows(
            NavigableMap<String, Key> keys,
            NavigableMap<String, Alias> aliases,
            NavigableMap<String, Identity> identities,
            NavigableMap<String, String> settings,
            NavigableMap<String, OutboxEntry> outbox,
            NavigableMap<String, AppliedOperation> applied) {
        this.keys = keys;
        this.aliases = aliases;
        this.identities = identities;
        this.settings = settings;
        this.outbox = outbox;
        this.applied = applied;
    }

    MemoryRows copy() {
        return new MemoryRows(
                new TreeMap<>(keys),
                new TreeMap<>(aliases),
                new TreeMap<>(identities),
                new TreeMap<>(settings),
                new TreeMap<>(outbox),
                new TreeMap<>(applied));
    }

    List<Change> digests() {
        List<Change> digests = new ArrayList<>();
        keys.values().forEach(key -> {
            digests.add(RowDigest.of(key));
            key.allMaterials().forEach(material -> digests.add(RowDigest.of(key.id(), material)));
        });
        aliases.values().forEach(alias -> digests.add(RowDigest.of(alias)));
        identities.values().forEach(identity -> digests.add(RowDigest.of(identity)));
        settings.forEach((name, value) -> digests.add(RowDigest.ofSetting(name, value)));
        outbox.values().forEach(entry -> digests.add(RowDigest.of(entry)));
        applied.values().forEach(operation -> digests.add(RowDigest.of(operation)));
        return digests;
    }
}
