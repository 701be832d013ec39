package app.keyhold.kms;

import app.keyhold.audit.AuditTrail;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFiles;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.keystore.KeyStores;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A view without the keys one caller may not describe, and without their aliases; those in a key store that is not
/// connected are unavailable. The audit trail is whole: reading it is a permission of its own, as in AWS.
final class DescribableView implements View {
    private static final String DESCRIBE = "kms:DescribeKey";

    private final View whole;
    private final Caller caller;
    private final Authorizer authorizer;
    private final KnownFiles files;

    DescribableView(View whole, Caller caller, Authorizer authorizer) {
        this.whole = whole;
        this.caller = caller;
        this.authorizer = authorizer;
        this.files = new DescribableFiles(whole.files(), this::isFilesKeyDescribable);
    }

    private boolean isDescribable(Key key) {
        return isAllowed(new Access.OnKey(DESCRIBE, key));
    }

    private boolean isAllowed(Access access) {
        return authorizer
                .authorize(whole, caller, Optional.empty(), List.of(access))
                .refusal()
                .isEmpty();
    }

    @Override
    public Optional<Key> key(String keyId) {
        return whole.key(keyId).filter(this::isDescribable).map(keyStores()::asReachable);
    }

    @Override
    public List<Key> keys(String after, int limit) {
        List<Key> found = new ArrayList<>();
        List<Key> page = whole.keys(after, limit);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(this::isDescribable)
                    .limit(limit - found.size())
                    .map(keyStores()::asReachable)
                    .forEach(found::add);
            if (found.size() >= limit || page.size() < limit) {
                break;
            }
            page = whole.keys(page.getLast().id(), limit);
        }
        return found;
    }

    @Override
    public List<Alias> aliases(String after, int limit) {
        List<Alias> found = new ArrayList<>();
        List<Alias> page = whole.aliases(after, limit);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(alias -> key(alias.targetKeyId()).isPresent())
                    .limit(limit - found.size())
                    .forEach(found::add);
            if (found.size() >= limit || page.size() < limit) {
                break;
            }
            page = whole.aliases(page.getLast().name(), limit);
        }
        return found;
    }

    @Override
    public Optional<Alias> alias(String name) {
        return whole.alias(name).filter(alias -> key(alias.targetKeyId()).isPresent());
    }

    @Override
    public List<Alias> aliasesOf(String keyId) {
        return key(keyId).isPresent() ? whole.aliasesOf(keyId) : List.of();
    }

    /// Whole: whoever shows grants asks for `kms:ListGrants` on the key.
    @Override
    public Grants grants() {
        return whole.grants();
    }

    @Override
    public List<Key> due(Instant instant) {
        return whole.due(instant).stream().filter(this::isDescribable).toList();
    }

    @Override
    public KeyStores keyStores() {
        return whole.keyStores();
    }

    @Override
    public long epoch() {
        return whole.epoch();
    }

    @Override
    public String account() {
        return whole.account();
    }

    @Override
    public String region() {
        return whole.region();
    }

    @Override
    public long customerKeyCount() {
        return whole.customerKeyCount();
    }

    @Override
    public Optional<Identity> identity(String principalArn) {
        return whole.identity(principalArn);
    }

    @Override
    public List<Identity> identities() {
        return whole.identities();
    }

    @Override
    public Optional<AccessKey> accessKey(String id) {
        return whole.accessKey(id);
    }

    @Override
    public List<AccessKey> accessKeysOf(String userArn) {
        return whole.accessKeysOf(userArn);
    }

    @Override
    public List<AccessKey> accessKeys() {
        return whole.accessKeys();
    }

    @Override
    public Optional<String> setting(String name) {
        return whole.setting(name);
    }

    @Override
    public List<OutboxEntry> outbox() {
        return whole.outbox();
    }

    @Override
    public Optional<OutboxEntry> outbox(String target, OutboxEntry.Kind kind, String subject) {
        return whole.outbox(target, kind, subject);
    }

    @Override
    public List<AppliedOperation> applied() {
        return whole.applied();
    }

    @Override
    public Optional<ImportParameters> importParameters(String id) {
        return whole.importParameters(id);
    }

    @Override
    public List<ImportParameters> expiredImportParameters(Instant now) {
        return whole.expiredImportParameters(now);
    }

    @Override
    public KnownFiles files() {
        return files;
    }

    /// A key that is gone took its policy along: those of the identity decide about what it leaves.
    private boolean isFilesKeyDescribable(String keyId) {
        return whole.key(keyId)
                .map(this::isDescribable)
                .orElseGet(() -> isAllowed(new Access.IamOnly(
                        DESCRIBE, new KeyArn(region(), account(), keyId).toString())));
    }

    @Override
    public AuditTrail audit() {
        return whole.audit();
    }
}
