package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.iam.Identity;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Everything a Region holds but its chain; copied before it is written.
final class MemoryRows {
    final NavigableMap<String, Key> keys = new TreeMap<>();
    final NavigableMap<String, Alias> aliases = new TreeMap<>();
    final NavigableMap<String, Grant> grants = new TreeMap<>();
    final NavigableMap<String, CustomKeyStore> keyStores = new TreeMap<>();
    final NavigableMap<String, ConfiguredToken> tokens = new TreeMap<>();
    final NavigableMap<String, Identity> identities = new TreeMap<>();
    final NavigableMap<String, AccessKey> accessKeys = new TreeMap<>();
    final NavigableMap<String, String> settings = new TreeMap<>();
    final NavigableMap<String, OutboxEntry> outbox = new TreeMap<>();
    final NavigableMap<String, AppliedOperation> applied = new TreeMap<>();
    final NavigableMap<String, ImportParameters> imports = new TreeMap<>();
    /// By message id and key id.
    final NavigableMap<String, KnownFile> files = new TreeMap<>();

    MemoryRows copy() {
        var copy = new MemoryRows();
        copy.keys.putAll(keys);
        copy.aliases.putAll(aliases);
        copy.grants.putAll(grants);
        copy.keyStores.putAll(keyStores);
        copy.tokens.putAll(tokens);
        copy.identities.putAll(identities);
        copy.accessKeys.putAll(accessKeys);
        copy.settings.putAll(settings);
        copy.outbox.putAll(outbox);
        copy.applied.putAll(applied);
        copy.imports.putAll(imports);
        copy.files.putAll(files);
        return copy;
    }

    List<Change> digests() {
        List<Change> digests = new ArrayList<>();
        keys.values().forEach(key -> {
            digests.add(RowDigest.of(key));
            key.allMaterials().forEach(material -> digests.add(RowDigest.of(key.id(), material)));
        });
        aliases.values().forEach(alias -> digests.add(RowDigest.of(alias)));
        grants.values().forEach(grant -> digests.add(RowDigest.of(grant)));
        keyStores.values().forEach(store -> digests.add(RowDigest.of(store)));
        tokens.values().forEach(token -> digests.add(RowDigest.of(token)));
        identities.values().forEach(identity -> digests.add(RowDigest.of(identity)));
        accessKeys.values().forEach(key -> digests.add(RowDigest.of(key)));
        imports.values().forEach(parameters -> digests.add(RowDigest.of(parameters)));
        settings.forEach((name, value) -> digests.add(RowDigest.ofSetting(name, value)));
        outbox.values().forEach(entry -> digests.add(RowDigest.of(entry)));
        applied.values().forEach(operation -> digests.add(RowDigest.of(operation)));
        files.values().forEach(file -> digests.add(RowDigest.of(file)));
        return digests;
    }
}
