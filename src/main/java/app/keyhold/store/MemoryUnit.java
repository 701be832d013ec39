package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.iam.Identity;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The writes of one call, on a copy of its own.
final class MemoryUnit extends MemoryView implements UnitOfWork {
    private final Instant now;
    private final long row;
    private final MaterialTable materials = new MaterialTable();
    private final Map<Row, Change> changes = new LinkedHashMap<>();

    MemoryUnit(RegionIdentity identity, MemoryRows rows, MemoryTrail trail, Instant now, long row) {
        super(identity, rows, trail, row);
        this.now = now;
        this.row = row;
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void put(Key key) {
        Optional<Key> old = key(key.id());
        List<Change> inMaterials =
                materials.changes(key, old.map(Key::allMaterials).orElse(List.of()));
        Change change = RowDigest.of(key);
        if (!inMaterials.isEmpty() || old.map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.keys.put(key.id(), key.withChangedBy(row));
            record(change);
            inMaterials.forEach(this::record);
        }
    }

    @Override
    public void remove(Key key) {
        aliasesOf(key.id()).forEach(this::remove);
        grants().of(key.id(), "", Integer.MAX_VALUE).forEach(grant -> rows.grants.remove(Grants.position(grant)));
        List.copyOf(rows.imports.values()).stream()
                .filter(parameters -> parameters.keyId().equals(key.id()))
                .forEach(this::remove);
        Optional.ofNullable(rows.keys.remove(key.id())).ifPresent(old -> {
            record(RowDigest.removed(RowDigest.KEY, old.id()));
            old.allMaterials()
                    .forEach(material -> record(RowDigest.removed(
                            RowDigest.MATERIAL, RowDigest.materialIdentity(old.id(), material.id()))));
        });
    }

    @Override
    public void put(Alias alias) {
        if (!rows.keys.containsKey(alias.targetKeyId())) {
            throw new IllegalStateException("An alias needs its key");
        }
        Change change = RowDigest.of(alias);
        if (alias(alias.name()).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.aliases.put(
                    alias.name(),
                    new Alias(alias.name(), alias.targetKeyId(), alias.created(), alias.updated(), row));
            record(change);
        }
    }

    @Override
    public void remove(Alias alias) {
        if (rows.aliases.remove(alias.name()) != null) {
            record(RowDigest.removed(RowDigest.ALIAS, alias.name()));
        }
    }

    @Override
    public void put(Grant grant) {
        if (!rows.keys.containsKey(grant.keyId())) {
            throw new IllegalStateException("A grant needs its key");
        }
        if (rows.grants.putIfAbsent(Grants.position(grant), grant.withChangedBy(row)) == null) {
            record(RowDigest.of(grant));
        }
    }

    @Override
    public void remove(Grant grant) {
        if (rows.grants.remove(Grants.position(grant)) != null) {
            record(RowDigest.removed(RowDigest.GRANT, RowDigest.grantIdentity(grant)));
        }
    }

    @Override
    public void put(CustomKeyStore store) {
        Change change = RowDigest.of(store);
        if (keyStores().find(store.id()).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.keyStores.put(store.id(), store.withChangedBy(row));
            record(change);
        }
    }

    @Override
    public void remove(CustomKeyStore store) {
        if (rows.keyStores.remove(store.id()) != null) {
            record(RowDigest.removed(RowDigest.KEY_STORE, store.id()));
        }
    }

    @Override
    public void put(ConfiguredToken token) {
        Change change = RowDigest.of(token);
        if (keyStores().token(token.clusterId()).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.tokens.put(token.clusterId(), token.withChangedBy(row));
            record(change);
        }
    }

    @Override
    public void remove(ConfiguredToken token) {
        if (rows.tokens.remove(token.clusterId()) != null) {
            record(RowDigest.removed(RowDigest.TOKEN, token.clusterId()));
        }
    }

    @Override
    public void put(Identity identity) {
        Change change = RowDigest.of(identity);
        String arn = identity.principal().arn();
        if (identity(arn).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.identities.put(arn, identity);
            record(change);
        }
    }

    @Override
    public void remove(Identity identity) {
        String arn = identity.principal().arn();
        accessKeysOf(arn).forEach(this::remove);
        if (rows.identities.remove(arn) != null) {
            record(RowDigest.removed(RowDigest.IDENTITY, arn));
        }
    }

    @Override
    public void put(AccessKey key) {
        if (!rows.identities.containsKey(key.userArn())) {
            throw new IllegalStateException("An access key needs its user");
        }
        Change change = RowDigest.of(key);
        if (accessKey(key.id()).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.accessKeys.put(key.id(), key.withChangedBy(row));
            record(change);
        }
    }

    @Override
    public void remove(AccessKey key) {
        if (rows.accessKeys.remove(key.id()) != null) {
            record(RowDigest.removed(RowDigest.ACCESS_KEY, RowDigest.accessKeyIdentity(key)));
        }
    }

    @Override
    public void put(ImportParameters parameters) {
        if (!rows.keys.containsKey(parameters.keyId())) {
            throw new IllegalStateException("Import parameters need their key");
        }
        if (!parameters.equals(rows.imports.put(parameters.id(), parameters))) {
            record(RowDigest.of(parameters));
        }
    }

    @Override
    public void remove(ImportParameters parameters) {
        if (rows.imports.remove(parameters.id()) != null) {
            record(RowDigest.removed(RowDigest.IMPORT, parameters.id()));
        }
    }

    @Override
    public void putSetting(String name, String value) {
        if (!value.equals(rows.settings.put(name, value))) {
            record(RowDigest.ofSetting(name, value));
        }
    }

    @Override
    public void put(OutboxEntry entry) {
        Change change = RowDigest.of(entry);
        String identity = RowDigest.outboxIdentity(entry);
        if (Optional.ofNullable(rows.outbox.get(identity)).map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.outbox.put(
                    identity,
                    new OutboxEntry(
                            entry.id(), entry.target(), entry.kind(), entry.subject(), entry.payload(), entry.since(), row));
            record(change);
        }
    }

    @Override
    public void remove(OutboxEntry entry) {
        String identity = RowDigest.outboxIdentity(entry);
        if (rows.outbox.remove(identity) != null) {
            record(RowDigest.removed(RowDigest.OUTBOX, identity));
        }
    }

    @Override
    public void put(AppliedOperation operation) {
        if (!operation.equals(rows.applied.put(operation.id(), operation))) {
            record(RowDigest.of(operation));
        }
    }

    @Override
    public void remove(AppliedOperation operation) {
        if (rows.applied.remove(operation.id()) != null) {
            record(RowDigest.removed(RowDigest.APPLIED, operation.id()));
        }
    }

    @Override
    public void put(KnownFile file) {
        String place = place(file);
        Optional<KnownFile> known = Optional.ofNullable(rows.files.get(place));
        KnownFile numbered = file.withNumber(known.map(KnownFile::number).orElseGet(this::nextFile));
        Change change = RowDigest.of(numbered);
        if (known.map(RowDigest::of).filter(change::equals).isEmpty()) {
            rows.files.put(place, numbered.withChangedBy(row));
            record(change);
        }
    }

    @Override
    public void remove(KnownFile file) {
        Optional.ofNullable(rows.files.remove(place(file)))
                .ifPresent(known -> record(RowDigest.removed(RowDigest.FILE, RowDigest.fileIdentity(known))));
    }

    private static String place(KnownFile file) {
        return file.messageId() + "/" + file.keyId();
    }

    private long nextFile() {
        return rows.files.values().stream().mapToLong(KnownFile::number).max().orElse(0) + 1;
    }

    private void record(Change change) {
        changes.put(new Row(change.kind(), change.identity()), change);
    }
}
