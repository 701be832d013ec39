package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.CanonicalWriter;
import app.keyhold.audit.StateDigest;
import app.keyhold.crypto.Blob;
import app.keyhold.iam.Identity;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.Imported;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Optional;

/// SHA-256 over the canonical content of a stored row, as the audit row that wrote it records it. Which row wrote it is
/// not part of the content: that is compared by itself.
final class RowDigest {
    static final String KEY = "key";
    static final String MATERIAL = "material";
    static final String ALIAS = "alias";
    static final String GRANT = "grant";
    static final String KEY_STORE = "keystore";
    static final String TOKEN = "token";
    static final String IDENTITY = "identity";
    static final String ACCESS_KEY = "accesskey";
    static final String SETTING = "setting";
    static final String OUTBOX = "outbox";
    static final String APPLIED = "applied";
    static final String IMPORT = "import";
    static final String FILE = "file";

    private static final int FILES_TOGETHER = 64;
    private static final byte[] DOMAIN = "keyhold-row-v1".getBytes(StandardCharsets.UTF_8);

    private final CanonicalWriter out = new CanonicalWriter();

    private RowDigest(String kind, String identity) {
        out.bytes(DOMAIN).text(kind).text(identity);
    }

    /// The key's own row, with the ids of its materials in order; each material has a row of its own.
    static Change of(Key key) {
        var row = new RowDigest(KEY, key.id());
        row.out
                .text(key.arn().toString())
                .text(key.spec().name())
                .text(key.usage().name())
                .text(key.origin().name())
                .text(key.manager().name())
                .text(key.state().name())
                .text(key.description())
                .text(key.policy());
        row.instant(Optional.of(key.created()));
        row.instant(key.deletionDate());
        row.instant(key.rotation().next());
        row.out.u32(key.rotation().periodInDays()).u32(key.rotation().onDemandCount());
        row.out.bytes(TagsCodec.encode(key.tags()));
        row.out.u32(key.materials().size());
        key.materials().forEach(material -> row.out.text(material.id()));
        row.out.text(key.pending().map(KeyMaterial::id).orElse(""));
        row.out.bytes(key.multiRegion().map(MultiRegionCodec::encode).orElse(new byte[0]));
        row.out.text(key.customKeyStoreId().orElse(""));
        return row.change(KEY, key.id());
    }

    static Change of(String keyId, KeyMaterial material) {
        String identity = materialIdentity(keyId, material.id());
        var row = new RowDigest(MATERIAL, identity);
        row.out.bytes(SubstanceCodec.encode(material.substance()));
        row.out.bytes(material.publicKey().orElse(Blob.of(new byte[0])));
        row.instant(Optional.of(material.created()));
        row.out.text(material.rotation().map(Enum::name).orElse(""));
        row.out.u8(material.imported().isPresent() ? 1 : 0);
        row.out.text(material.imported().map(Imported::description).orElse(""));
        row.instant(material.imported().flatMap(Imported::validTo));
        return row.change(MATERIAL, identity);
    }

    static Change of(Alias alias) {
        var row = new RowDigest(ALIAS, alias.name());
        row.out.text(alias.targetKeyId());
        row.instant(Optional.of(alias.created()));
        row.instant(Optional.of(alias.updated()));
        return row.change(ALIAS, alias.name());
    }

    static Change of(Grant grant) {
        String identity = grantIdentity(grant);
        var row = new RowDigest(GRANT, identity);
        row.out.text(grant.name().orElse(""));
        row.instant(Optional.of(grant.created()));
        row.out
                .text(grant.grantee().name())
                .text(grant.grantee().uniqueId())
                .text(grant.retiring().map(GrantPrincipal::name).orElse(""))
                .text(grant.retiring().map(GrantPrincipal::uniqueId).orElse(""))
                .text(grant.issuer())
                .u32(GrantCodec.bits(grant.terms().operations()))
                .bytes(GrantCodec.encode(grant.terms().constraints()));
        return row.change(GRANT, identity);
    }

    static Change of(CustomKeyStore store) {
        var row = new RowDigest(KEY_STORE, store.id());
        row.out
                .text(store.name())
                .text(store.state().name())
                .text(store.connectionError().map(Enum::name).orElse(""))
                .bytes(KeyStoreCodec.encode(store.backing()));
        row.instant(Optional.of(store.created()));
        return row.change(KEY_STORE, store.id());
    }

    static Change of(ConfiguredToken token) {
        var row = new RowDigest(TOKEN, token.clusterId());
        row.out
                .bytes(TokenCodec.encode(token.address()))
                .text(token.manufacturer())
                .text(token.model());
        KeyStoreCodec.optional(row.out, token.trustAnchor());
        row.instant(Optional.of(token.added()));
        return row.change(TOKEN, token.clusterId());
    }

    static Change of(Identity identity) {
        String arn = identity.principal().arn();
        var row = new RowDigest(IDENTITY, arn);
        row.out
                .bytes(PrincipalCodec.encode(identity.principal()))
                .text(identity.uniqueId())
                .bytes(PoliciesCodec.encode(identity.policies()))
                .u8(identity.enabled() ? 1 : 0)
                .text(identity.slotId().orElse(""));
        row.instant(Optional.of(identity.created()));
        row.optional(identity.permissionsBoundary().map(text -> text.getBytes(StandardCharsets.UTF_8)));
        row.optional(identity.role().map(RoleCodec::encode));
        return row.change(IDENTITY, arn);
    }

    static Change of(AccessKey key) {
        String identity = accessKeyIdentity(key);
        var row = new RowDigest(ACCESS_KEY, identity);
        row.out.text(key.userId()).text(key.status().name()).bytes(key.secret());
        row.instant(Optional.of(key.created()));
        return row.change(ACCESS_KEY, identity);
    }

    /// With whose it is, because that is who an event is about.
    static String accessKeyIdentity(AccessKey key) {
        return key.userArn() + "/" + key.id();
    }

    static Change ofSetting(String name, String value) {
        var row = new RowDigest(SETTING, name);
        row.out.text(value);
        return row.change(SETTING, name);
    }

    static Change of(OutboxEntry entry) {
        String identity = outboxIdentity(entry);
        var row = new RowDigest(OUTBOX, identity);
        row.out.text(entry.id()).bytes(entry.payload());
        row.instant(Optional.of(entry.since()));
        return row.change(OUTBOX, identity);
    }

    static Change of(AppliedOperation operation) {
        var row = new RowDigest(APPLIED, operation.id());
        row.out.text(operation.source());
        row.instant(Optional.of(operation.time()));
        return row.change(APPLIED, operation.id());
    }

    static String outboxIdentity(OutboxEntry entry) {
        return outboxIdentity(entry.target(), entry.kind(), entry.subject());
    }

    static String outboxIdentity(String target, OutboxEntry.Kind kind, String subject) {
        return String.join("/", target, kind.name(), subject);
    }

    static boolean fillsOutbox(Change change) {
        return change.kind().equals(OUTBOX) && change.digest().isPresent();
    }

    static Change of(ImportParameters parameters) {
        var row = new RowDigest(IMPORT, parameters.id());
        row.out
                .text(parameters.keyId())
                .text(parameters.algorithm().name())
                .text(parameters.wrappingKeySpec().name())
                .bytes(parameters.wrapped());
        row.instant(Optional.of(parameters.expires()));
        return row.change(IMPORT, parameters.id());
    }

    static Change of(KnownFile file) {
        String identity = fileIdentity(file);
        var row = new RowDigest(FILE, identity);
        row.out.text(file.materialId()).i64(file.size());
        row.instant(Optional.of(file.encrypted()));
        row.optional(file.path().map(path -> path.text().getBytes(StandardCharsets.UTF_8)));
        row.optional(file.path().map(path -> path.salt().toByteArray()));
        return row.change(FILE, identity);
    }

    /// Files that became known together are digested together, or thousands of them would touch everything there is.
    static String fileIdentity(KnownFile file) {
        return file.messageId() + "/" + file.keyId() + StateDigest.TOGETHER + file.number() / FILES_TOGETHER;
    }

    static Change removed(String kind, String identity) {
        return new Change(kind, identity, Optional.empty());
    }

    static String materialIdentity(String keyId, String materialId) {
        return keyId + "/" + materialId;
    }

    static String grantIdentity(Grant grant) {
        return grantIdentity(grant.keyId(), grant.id());
    }

    static String grantIdentity(String keyId, String grantId) {
        return keyId + "/" + grantId;
    }

    private void instant(Optional<Instant> instant) {
        out.u8(instant.isPresent() ? 1 : 0);
        instant.ifPresent(there -> out.i64(there.getEpochSecond()).u32(there.getNano()));
    }

    private void optional(Optional<byte[]> bytes) {
        out.u8(bytes.isPresent() ? 1 : 0);
        bytes.ifPresent(out::bytes);
    }

    private Change change(String kind, String identity) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(out.toByteArray());
            return new Change(kind, identity, Optional.of(Blob.of(digest)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
