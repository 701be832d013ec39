package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.iam.Identity;
import app.keyhold.kms.UnitOfWork;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The writes of one call on the writer's connection, each with its digest, and what they changed.
final class SqliteUnit extends TableView implements UnitOfWork {
    private final Sql sql;
    private final Instant now;
    private final long row;
    private final GrantTable grants = new GrantTable();
    private final KeyStoreTable keyStores = new KeyStoreTable();
    private final TokenTable tokens = new TokenTable();
    private final FileTable files = new FileTable();
    private final DigestTable digests = new DigestTable();
    private final Map<Row, Change> changes = new LinkedHashMap<>();

    /// @param row the number of the audit row that will stand for these writes
    SqliteUnit(RegionIdentity region, SqlSource source, Sql sql, Instant now, long row) {
        super(region, source);
        this.sql = sql;
        this.now = now;
        this.row = row;
    }

    /// In the order of the first write to each row; the last one counts.
    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    @Override
    public long epoch() {
        return row;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void put(Key key) {
        record(keys.put(sql, key, row));
    }

    @Override
    public void remove(Key key) {
        aliases.of(sql, key.id()).forEach(this::remove);
        // What goes with a key is not listed: fifty thousand grants would make no row of a bearable size.
        grants.removeOf(sql, key.id()).forEach(change -> digests.apply(sql, change));
        imports.of(sql, key.id()).forEach(this::remove);
        record(keys.remove(sql, key.id()));
    }

    @Override
    public void put(Alias alias) {
        record(aliases.put(sql, alias, row));
    }

    @Override
    public void remove(Alias alias) {
        record(aliases.remove(sql, alias.name()));
    }

    @Override
    public void put(Grant grant) {
        record(grants.put(sql, grant, row));
    }

    @Override
    public void remove(Grant grant) {
        record(grants.remove(sql, grant));
    }

    @Override
    public void put(CustomKeyStore store) {
        record(keyStores.put(sql, store, row));
    }

    @Override
    public void remove(CustomKeyStore store) {
        record(keyStores.remove(sql, store.id()));
    }

    @Override
    public void put(ConfiguredToken token) {
        record(tokens.put(sql, token, row));
    }

    @Override
    public void remove(ConfiguredToken token) {
        record(tokens.remove(sql, token.clusterId()));
    }

    @Override
    public void put(Identity identity) {
        record(identities.put(sql, identity, row));
    }

    @Override
    public void remove(Identity identity) {
        accessKeys.of(sql, identity.principal().arn()).forEach(this::remove);
        record(identities.remove(sql, identity.principal().arn()));
    }

    @Override
    public void put(AccessKey key) {
        record(accessKeys.put(sql, key, row));
    }

    @Override
    public void remove(AccessKey key) {
        record(accessKeys.remove(sql, key));
    }

    @Override
    public void put(ImportParameters parameters) {
        record(imports.put(sql, parameters, row));
    }

    @Override
    public void remove(ImportParameters parameters) {
        record(imports.remove(sql, parameters.id()));
    }

    @Override
    public void putSetting(String name, String value) {
        record(settings.put(sql, name, value, row));
    }

    @Override
    public void put(OutboxEntry entry) {
        record(outbox.put(sql, entry, row));
    }

    @Override
    public void remove(OutboxEntry entry) {
        record(outbox.remove(sql, entry));
    }

    @Override
    public void put(AppliedOperation operation) {
        record(outbox.put(sql, operation, row));
    }

    @Override
    public void remove(AppliedOperation operation) {
        record(outbox.remove(sql, operation));
    }

    @Override
    public void put(KnownFile file) {
        record(files.put(sql, file, row));
    }

    @Override
    public void remove(KnownFile file) {
        record(files.remove(sql, file));
    }

    private void record(List<Change> written) {
        for (Change change : written) {
            digests.apply(sql, change);
            changes.put(new Row(change.kind(), change.identity()), change);
        }
    }
}
