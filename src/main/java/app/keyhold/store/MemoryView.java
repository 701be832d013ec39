package app.keyhold.store;

import app.keyhold.audit.AuditTrail;
import app.keyhold.iam.Identity;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A snapshot that never changes, unless its subclass is writing it.
class MemoryView implements View {
    final RegionIdentity identity;
    final MemoryTrail trail;
    MemoryRows rows;
    long epoch;

    MemoryView(RegionIdentity identity, MemoryRows rows, MemoryTrail trail, long epoch) {
        this.identity = identity;
        this.rows = rows;
        this.trail = trail;
        this.epoch = epoch;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public String account() {
        return identity.account();
    }

    @Override
    public String region() {
        return identity.region();
    }

    @Override
    public Optional<Key> key(String keyId) {
        return Optional.ofNullable(rows.keys.get(keyId));
    }

    @Override
    public List<Key> keys(String after, int limit) {
        return rows.keys.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public long customerKeyCount() {
        return rows.keys.values().stream()
                .filter(key -> key.manager() == KeyManager.CUSTOMER)
                .count();
    }

    @Override
    public Optional<Alias> alias(String name) {
        return Optional.ofNullable(rows.aliases.get(name));
    }

    @Override
    public List<Alias> aliases(String after, int limit) {
        return rows.aliases.tailMap(after, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Alias> aliasesOf(String keyId) {
        return rows.aliases.values().stream()
                .filter(alias -> alias.targetKeyId().equals(keyId))
                .toList();
    }

    @Override
    public Grants grants() {
        return new MemoryGrants(rows.grants);
    }

    @Override
    public KeyStores keyStores() {
        return new MemoryKeyStores(rows);
    }

    @Override
    public Optional<Identity> identity(String principalArn) {
        return Optional.ofNullable(rows.identities.get(principalArn));
    }

    @Override
    public List<Identity> identities() {
        return List.copyOf(rows.identities.values());
    }

    @Override
    public Optional<AccessKey> accessKey(String id) {
        return Optional.ofNullable(rows.accessKeys.get(id));
    }

    @Override
    public List<AccessKey> accessKeysOf(String userArn) {
        return rows.accessKeys.values().stream()
                .filter(key -> key.userArn().equals(userArn))
                .toList();
    }

    @Override
    public List<AccessKey> accessKeys() {
        return List.copyOf(rows.accessKeys.values());
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(rows.settings.get(name));
    }

    @Override
    public List<Key> due(Instant instant) {
        return rows.keys.values().stream()
                .filter(key -> isDue(key.rotation().next(), instant)
                        || isDue(key.deletionDate(), instant)
                        || isDue(key.expires(), instant))
                .toList();
    }

    @Override
    public List<OutboxEntry> outbox() {
        return rows.outbox.values().stream()
                .sorted(Comparator.comparingLong(OutboxEntry::changedBy).thenComparing(RowDigest::outboxIdentity))
                .toList();
    }

    @Override
    public Optional<ImportParameters> importParameters(String id) {
        return Optional.ofNullable(rows.imports.get(id));
    }

    @Override
    public List<ImportParameters> expiredImportParameters(Instant now) {
        return rows.imports.values().stream()
                .filter(parameters -> !parameters.expires().isAfter(now))
                .toList();
    }

    @Override
    public Optional<OutboxEntry> outbox(String target, OutboxEntry.Kind kind, String subject) {
        return Optional.ofNullable(rows.outbox.get(RowDigest.outboxIdentity(target, kind, subject)));
    }

    @Override
    public List<AppliedOperation> applied() {
        return List.copyOf(rows.applied.values());
    }

    @Override
    public KnownFiles files() {
        return new MemoryFiles(rows.files);
    }

    @Override
    public AuditTrail audit() {
        return trail;
    }

    private static boolean isDue(Optional<Instant> date, Instant now) {
        return date.filter(due -> !due.isAfter(now)).isPresent();
    }
}
