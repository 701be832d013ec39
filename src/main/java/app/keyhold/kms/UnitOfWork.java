package app.keyhold.kms;

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
import java.time.Instant;

/// The writes of one call, inside the writer's transaction: all of them and their audit row become durable together, or
/// none. Reads see the writes.
public interface UnitOfWork extends View {
    /// The time of the audit row that goes with these writes.
    Instant now();

    /// Writes the key with its materials, new or changed; `changedBy` is set by the store.
    void put(Key key);

    /// The key with its materials, aliases, grants and import parameters.
    void remove(Key key);

    void put(Alias alias);

    void remove(Alias alias);

    /// A new one: a grant never changes.
    void put(Grant grant);

    void remove(Grant grant);

    void put(CustomKeyStore store);

    void remove(CustomKeyStore store);

    void put(ConfiguredToken token);

    void remove(ConfiguredToken token);

    void put(Identity identity);

    /// The principal with its access keys.
    void remove(Identity identity);

    /// `changedBy` is set by the store.
    void put(AccessKey key);

    void remove(AccessKey key);

    void put(ImportParameters parameters);

    void remove(ImportParameters parameters);

    void putSetting(String name, String value);

    /// Takes the place of the entry about the same thing for the same Region, if one waits; `changedBy` is set by the
    /// store.
    void put(OutboxEntry entry);

    void remove(OutboxEntry entry);

    void put(AppliedOperation operation);

    void remove(AppliedOperation operation);

    /// Takes the place of what is known of the same message; `changedBy` is set by the store.
    void put(KnownFile file);

    void remove(KnownFile file);
}
