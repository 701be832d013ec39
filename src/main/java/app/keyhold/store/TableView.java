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
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A view straight onto the tables.
abstract class TableView implements View {
    final RegionIdentity region;
    final SqlSource source;
    final KeyTable keys;
    final AliasTable aliases = new AliasTable();
    final IdentityTable identities = new IdentityTable();
    final AccessKeyTable accessKeys = new AccessKeyTable();
    final SettingTable settings = new SettingTable();
    final OutboxTable outbox = new OutboxTable();
    final ImportTable imports = new ImportTable();

    TableView(RegionIdentity region, SqlSource source) {
        this.region = region;
        this.source = source;
        this.keys = new KeyTable(region);
    }

    @Override
    public String account() {
        return region.account();
    }

    @Override
    public String region() {
        return region.region();
    }

    @Override
    public Optional<Key> key(String keyId) {
        return source.read(sql -> keys.find(sql, keyId));
    }

    @Override
    public List<Key> keys(String after, int limit) {
        return source.read(sql -> keys.after(sql, after, limit));
    }

    @Override
    public long customerKeyCount() {
        return source.read(keys::customerCount);
    }

    @Override
    public Optional<Alias> alias(String name) {
        return source.read(sql -> aliases.find(sql, name));
    }

    @Override
    public List<Alias> aliases(String after, int limit) {
        return source.read(sql -> aliases.after(sql, after, limit));
    }

    @Override
    public List<Alias> aliasesOf(String keyId) {
        return source.read(sql -> aliases.of(sql, keyId));
    }

    @Override
    public Grants grants() {
        return new StoredGrants(source);
    }

    @Override
    public KeyStores keyStores() {
        return new StoredKeyStores(source);
    }

    @Override
    public Optional<Identity> identity(String principalArn) {
        return source.read(sql -> identities.find(sql, principalArn));
    }

    @Override
    public List<Identity> identities() {
        return source.read(identities::all);
    }

    @Override
    public Optional<AccessKey> accessKey(String id) {
        return source.read(sql -> accessKeys.find(sql, id));
    }

    @Override
    public List<AccessKey> accessKeysOf(String userArn) {
        return source.read(sql -> accessKeys.of(sql, userArn));
    }

    @Override
    public List<AccessKey> accessKeys() {
        return source.read(accessKeys::all);
    }

    @Override
    public Optional<String> setting(String name) {
        return source.read(sql -> settings.find(sql, name));
    }

    @Override
    public List<Key> due(Instant instant) {
        return source.read(sql -> keys.due(sql, instant));
    }

    @Override
    public List<OutboxEntry> outbox() {
        return source.read(outbox::entries);
    }

    @Override
    public Optional<OutboxEntry> outbox(String target, OutboxEntry.Kind kind, String subject) {
        return source.read(sql -> outbox.find(sql, target, kind, subject));
    }

    @Override
    public List<AppliedOperation> applied() {
        return source.read(outbox::applied);
    }

    @Override
    public Optional<ImportParameters> importParameters(String id) {
        return source.read(sql -> imports.find(sql, id));
    }

    @Override
    public List<ImportParameters> expiredImportParameters(Instant now) {
        return source.read(sql -> imports.expiredAt(sql, now));
    }

    @Override
    public KnownFiles files() {
        return new StoredFiles(source);
    }

    @Override
    public AuditTrail audit() {
        return new SqliteTrail(source);
    }
}
