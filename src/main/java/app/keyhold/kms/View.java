package app.keyhold.kms;

import app.keyhold.audit.AuditTrail;
import app.keyhold.iam.Identity;
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

/// What can be read of one Region: a published snapshot for callers, the transaction's own state for the writer.
/// Objects are immutable; two reads of an unchanged key answer equal `changedBy`.
public interface View {
    /// Grows with every published change; equal epochs mean equal state.
    long epoch();

    String account();

    String region();

    Optional<Key> key(String keyId);

    /// In order of key id, after `after` (exclusive; empty for the start).
    List<Key> keys(String after, int limit);

    /// Customer keys in any state, for the quota.
    long customerKeyCount();

    /// @param name with its prefix: `alias/payroll`
    Optional<Alias> alias(String name);

    /// In order of name.
    List<Alias> aliases(String after, int limit);

    List<Alias> aliasesOf(String keyId);

    Grants grants();

    KeyStores keyStores();

    Optional<Identity> identity(String principalArn);

    List<Identity> identities();

    Optional<AccessKey> accessKey(String id);

    /// In order of id. Whoever has the name now need not be whose they are.
    List<AccessKey> accessKeysOf(String userArn);

    /// Everybody's, in order of id.
    List<AccessKey> accessKeys();

    Optional<String> setting(String name);

    /// Keys whose rotation, deletion or expiry date is not after `instant`.
    List<Key> due(Instant instant);

    /// What other Regions still have to do for this one, oldest first.
    List<OutboxEntry> outbox();

    /// What `target` still has to do about one thing.
    Optional<OutboxEntry> outbox(String target, OutboxEntry.Kind kind, String subject);

    /// What was done here for other Regions and may be asked for again, in order of operation id.
    List<AppliedOperation> applied();
    Optional<ImportParameters> importParameters(String id);

    List<ImportParameters> expiredImportParameters(Instant now);

    KnownFiles files();

    AuditTrail audit();
}
