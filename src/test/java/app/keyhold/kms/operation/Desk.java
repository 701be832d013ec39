package app.keyhold.kms.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Ed25519;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.iam.Session;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Pipeline;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.View;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.KeyStoreSecrets;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.keystore.TokenOperations;
import app.keyhold.kms.operation.schedule.ScheduleOperations;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.store.MemoryRegion;
import app.keyhold.store.RegionIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// A Region with its door, in memory: the real pipeline, operations and wrapping, a clock that stands until turned.
final class Desk implements AutoCloseable {
    static final String ACCOUNT = "123456789012";
    static final String REGION = "us-east-1";
    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final MaterialWrapping materials;
    private final ImportWrapping imports;
    private final GrantTokens tokens;
    private final SessionTokens sessions = new SessionTokens(Randomness.secret(32), "vault");
    private final AccessKeySecrets accessKeys = new AccessKeySecrets(Randomness.secret(32), "vault");
    private final MemoryRegion store;
    private final KeyStoreConnections stores;
    private final Pipeline door;
    private Instant now = START;

    Desk() {
        this(REGION);
    }

    Desk(String region) {
        this(region, KeyStoreBackends.NONE, Peers.NONE);
    }

    /// One Region of several.
    Desk(Peers peers) {
        this(REGION, KeyStoreBackends.NONE, peers);
    }

    /// With custom key stores that reach something.
    Desk(KeyStoreBackends backends) {
        this(REGION, backends, Peers.NONE);
    }

    private Desk(String region, KeyStoreBackends backends, Peers peers) {
        this.materials = new MaterialWrapping(Randomness.secret(32), "vault");
        this.imports = new ImportWrapping(Randomness.secret(32), Randomness.secret(32), "vault");
        this.stores = new KeyStoreConnections(backends, new KeyStoreSecrets(Randomness.secret(32), "vault"));
        NewKey auditKey = Ed25519.generate();
        var signer = new CheckpointSigner() {
            @Override
            public Blob publicKey() {
                return auditKey.publicKey().orElseThrow();
            }

            @Override
            public Blob sign(byte[] message) {
                return Ed25519.sign(auditKey.secret(), Blob.of(message));
            }
        };
        this.store = new MemoryRegion(new RegionIdentity("vault", ACCOUNT, region), _ -> signer);
        this.tokens = new GrantTokens(Randomness.secret(32), "vault", region);
        List<Operation<?, ?>> operations =
                new ArrayList<>(Operations.all(materials, stores, imports, tokens, peers, () -> now));
        operations.addAll(TokenOperations.all(backends.tokens()));
        operations.addAll(ScheduleOperations.all(materials, stores, _ -> List.of()));
        operations.addAll(PrincipalOperations.all(ACCOUNT, sessions, accessKeys, () -> now));
        this.door = new Pipeline(operations, store, tokens, () -> now);
        admit(new Principal.Root(ACCOUNT), IdentityPolicies.administrator());
    }

    /// As the owner.
    <R> R call(KmsRequest<R> request) {
        return owner().call(request);
    }

    Client owner() {
        return as(new Principal.Root(ACCOUNT));
    }

    /// As the endpoint will have it: a call that an access key signed.
    Client signedBy(String accessKeyId) {
        try (var credential = accessKeys.credential(store.view(), accessKeyId).orElseThrow()) {
            var origin = new Origin("127.0.0.1", "aws-cli", false, Optional.of(accessKeyId), Optional.empty());
            return new Client(door, Caller.of(credential.principal(), origin));
        }
    }

    AccessKeySecrets accessKeys() {
        return accessKeys;
    }

    Client as(Principal principal) {
        return new Client(door, Caller.of(principal, Origin.INTERNAL));
    }

    /// As the owner, forwarded by the files room.
    Client throughFiles() {
        var owner = Caller.of(new Principal.Root(ACCOUNT), Origin.INTERNAL);
        return new Client(door, new ForwardedAccess(Principal.Service.FILES).forward(owner));
    }

    Client user(String name, NamedPolicy policy) {
        var user = new Principal.User(ACCOUNT, name);
        admit(user, policy);
        return as(user);
    }

    /// A person whom no identity policy allows anything.
    Client person(String name) {
        var user = new Principal.User(ACCOUNT, name);
        write(work -> work.put(Identity.of(user, UniqueIds.ofUser(), List.of(), now)));
        return as(user);
    }

    void dismiss(String name) {
        write(work -> work.remove(work.identity(userArn(name)).orElseThrow()));
    }

    /// The door as whoever has the token.
    Client with(AssumeRole.Credentials credentials) {
        return with(credentials.sessionToken());
    }

    Client with(Blob sessionToken) {
        return new Client(door, sessions.caller(store.view(), sessionToken, Origin.INTERNAL, now));
    }

    /// Of a role that no identity policy allows anything.
    Client session(String role, String name, Optional<String> sessionPolicy) {
        var principal = new Principal.Role(ACCOUNT, role);
        if (store.view().identity(principal.arn()).isEmpty()) {
            write(work -> work.put(
                    Identity.ofRole(principal, UniqueIds.ofRole(), new RoleTerms("{}", "", 3600, 0), now)));
        }
        String roleId = store.view().identity(principal.arn()).orElseThrow().uniqueId();
        return new Client(
                door,
                Caller.inSession(
                        new Principal.AssumedRole(ACCOUNT, role, name),
                        new Session(roleId, now, now.plusSeconds(3600), sessionPolicy, 0),
                        Origin.INTERNAL));
    }

    /// A person, forwarded by a service.
    Client through(String service, String userArn) {
        Principal person = store.view().identity(userArn).orElseThrow().principal();
        return new Client(
                door,
                new ForwardedAccess(new Principal.Service(service)).forward(Caller.of(person, Origin.INTERNAL)));
    }

    /// A service by itself, for one of its resources.
    Client service(String name, String sourceArn) {
        return new Client(door, new ForwardedAccess(new Principal.Service(name)).actFor(sourceArn));
    }

    static String userArn(String name) {
        return new Principal.User(ACCOUNT, name).arn();
    }

    View view() {
        return store.view();
    }

    /// As another Region sees this one.
    Peers.Peer asPeer() {
        return new Peers.Peer(store.view(), materials);
    }

    /// @return its id
    String createKey() {
        return createKey(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
    }

    String createKey(KeySpec spec, KeyUsage usage) {
        return call(CreateKey.Request.of(spec, usage, "")).keyMetadata().keyId();
    }

    /// Without material yet.
    String createExternalKey(KeySpec spec, KeyUsage usage) {
        return call(CreateKey.Request.of(spec, usage, "").withOrigin(KeyOrigin.EXTERNAL))
                .keyMetadata()
                .keyId();
    }

    Key stored(String keyId) {
        return store.view().key(keyId).orElseThrow();
    }

    /// The plain material, for a second implementation to work with.
    String materialHex(String keyId) {
        Key key = stored(keyId);
        return materials.with(
                key, key.currentMaterial(), material -> material.use(HexFormat.of()::formatHex));
    }

    /// Puts a key in a state no operation leads to here.
    void force(String keyId, KeyState state) {
        write(work -> work.put(work.key(keyId).orElseThrow().withState(state)));
    }

    void write(Consumer<UnitOfWork> change) {
        try (var transaction = store.begin()) {
            var written = transaction.write(now, work -> {
                change.accept(work);
                return work.region();
            });
            transaction.append(new AuditEvent(
                    now,
                    UUID.randomUUID(),
                    Optional.empty(),
                    AuditEvent.Kind.SERVICE_EVENT,
                    "keyhold.app",
                    "Prepare",
                    Effect.ADMINISTRATION,
                    new AuditEvent.Actor(
                            "AWSService", "kms.amazonaws.com", "kms", Optional.empty(), "internal", "Keyhold"),
                    List.of(),
                    Detail.NOTHING,
                    Detail.NOTHING,
                    Detail.NOTHING,
                    new AuditEvent.Outcome.Succeeded(),
                    written.changes()));
            transaction.commit();
        }
    }

    void turnClock(Duration forward) {
        now = now.plus(forward);
    }

    Instant now() {
        return now;
    }

    long rows() {
        return store.view().audit().head().number();
    }

    AuditEvent lastEvent() {
        return store.view().audit().row(rows()).orElseThrow().event();
    }

    static String arn(String keyId) {
        return "arn:aws:kms:" + REGION + ":" + ACCOUNT + ":key/" + keyId;
    }

    static SecretBytes secret(String text) {
        return SecretBytes.takeOver(text.getBytes(StandardCharsets.UTF_8));
    }

    static Blob blob(String text) {
        return Blob.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(SecretBytes secret) {
        return new String(secret.exposed(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        door.lock();
        stores.close();
        store.close();
        materials.close();
        imports.close();
    }

    private void admit(Principal principal, NamedPolicy policy) {
        String id = principal instanceof Principal.Root ? ACCOUNT : UniqueIds.ofUser();
        write(work -> work.put(Identity.of(principal, id, List.of(policy), now)));
    }
}
