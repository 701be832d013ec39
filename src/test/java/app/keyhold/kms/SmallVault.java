package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.Detail;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.KeyPolicies;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.cost.Prices;
import app.keyhold.kms.cost.RequestKind;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.KeyStoreSecrets;
import app.keyhold.kms.operation.Operations;
import app.keyhold.kms.operation.PrincipalOperations;
import app.keyhold.kms.operation.file.FileOperations;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.operation.schedule.ScheduleOperations;
import app.keyhold.kms.operation.screen.QueryCost;
import app.keyhold.kms.operation.screen.ScreenOperations;
import app.keyhold.kms.operation.session.AssumeRole;
import app.keyhold.store.MemoryRegion;
import app.keyhold.store.RegionIdentity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// One Region in memory with an owner, a clock that can be turned and the whole door in front of it.
public final class SmallVault implements AutoCloseable {
    public static final String ACCOUNT = "111122223333";
    public static final String REGION = "us-east-1";
    public static final String VAULT_ID = "4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e";
    static final RegionIdentity IDENTITY = new RegionIdentity(VAULT_ID, ACCOUNT, REGION);
    public static final Principal OWNER = new Principal.Root(ACCOUNT);

    /// Round numbers, so that a test's sums can be done in the head.
    public static final Prices PRICES = new Prices(
            "USD",
            "a test",
            new BigDecimal("7.20"),
            new BigDecimal("3.60"),
            2,
            10,
            Map.of(
                    RequestKind.SYMMETRIC, new BigDecimal("100"),
                    RequestKind.RSA_2048, new BigDecimal("200"),
                    RequestKind.OTHER_ASYMMETRIC, new BigDecimal("500"),
                    RequestKind.DATA_KEY_PAIR_RSA, new BigDecimal("10000"),
                    RequestKind.DATA_KEY_PAIR_ECC, new BigDecimal("1000")),
            Set.of(RequestKind.SYMMETRIC));

    public final TurnedClock clock = new TurnedClock(Instant.parse("2026-03-01T12:00:00Z"));
    public final RegionStore region;
    public final MaterialWrapping materials =
            new MaterialWrapping(SecretBytes.takeOver(new byte[32]), VAULT_ID);
    private final ImportWrapping imports = new ImportWrapping(
            SecretBytes.takeOver(new byte[32]), SecretBytes.takeOver(new byte[32]), VAULT_ID);
    private final GrantTokens tokens = new GrantTokens(SecretBytes.takeOver(new byte[32]), VAULT_ID, REGION);
    public final SessionTokens sessions = new SessionTokens(SecretBytes.takeOver(new byte[32]), VAULT_ID);
    private final KeyStoreConnections stores = new KeyStoreConnections(
            KeyStoreBackends.NONE, new KeyStoreSecrets(SecretBytes.takeOver(new byte[32]), VAULT_ID));
    public final Pipeline pipeline;

    public SmallVault() {
        this(List.of(), store -> store);
    }

    /// @param more operations besides those of the service
    /// @param between what stands between pipeline and store
    public SmallVault(List<? extends Operation<?, ?>> more, UnaryOperator<RegionStore> between) {
        this(new MemoryRegion(IDENTITY, _ -> new NoSignature()), more, between);
    }

    /// @param region may be one of several on the same file
    SmallVault(RegionStore region, List<? extends Operation<?, ?>> more, UnaryOperator<RegionStore> between) {
        this.region = region;
        write(work -> work.put(
                Identity.of(OWNER, ACCOUNT, List.of(IdentityPolicies.administrator()), work.now())));
        List<Operation<?, ?>> operations =
                new ArrayList<>(Operations.all(materials, stores, imports, tokens, Peers.NONE, clock));
        operations.addAll(ScheduleOperations.all(materials, stores, _ -> List.of()));
        operations.addAll(ScreenOperations.all(VAULT_ID, clock));
        operations.addAll(PrincipalOperations.all(
                ACCOUNT, sessions, new AccessKeySecrets(SecretBytes.takeOver(new byte[32]), VAULT_ID), clock));
        operations.addAll(FileOperations.all());
        operations.add(new QueryCost(() -> PRICES, clock));
        operations.addAll(more);
        pipeline = new Pipeline(operations, between.apply(region), tokens, clock);
    }

    public Client owner() {
        return client(OWNER);
    }

    public Client client(Principal principal) {
        return new Client(pipeline, caller(principal));
    }

    public Client through(Principal.Service service, Principal person) {
        return new Client(pipeline, new ForwardedAccess(service).forward(caller(person)));
    }

    public Client through(Principal.Service service, Client person) {
        return new Client(person.kms(), new ForwardedAccess(service).forward(person.caller()));
    }

    /// In a role that `person` takes on.
    public Client inSession(Client person, String role, Optional<String> sessionPolicy) {
        var credentials = person.call(new AssumeRole.Request(
                        Optional.empty(),
                        Optional.empty(),
                        sessionPolicy,
                        new Principal.Role(ACCOUNT, role).arn(),
                        "session"))
                .credentials();
        return new Client(
                pipeline,
                sessions.caller(
                        region.view(), credentials.sessionToken(), new Origin("test", "Keyhold"), clock.instant()));
    }

    public static Caller caller(Principal principal) {
        return Caller.of(principal, new Origin("test", "Keyhold"));
    }

    /// @param policies documents
    public Principal addUser(String name, String... policies) {
        var user = new Principal.User(ACCOUNT, name);
        List<NamedPolicy> named = new ArrayList<>();
        for (String document : policies) {
            named.add(new NamedPolicy("policy-" + named.size(), document));
        }
        write(work -> work.put(Identity.of(user, UniqueIds.ofUser(), named, work.now())));
        return user;
    }

    /// A symmetric key with the default policy and one material.
    public Key addKey() {
        return addKey(UnaryOperator.identity());
    }

    public Key addKey(UnaryOperator<Key> as) {
        var arn = new KeyArn(REGION, ACCOUNT, UUID.randomUUID().toString());
        var fresh = materials.generate(arn, KeySpec.SYMMETRIC_DEFAULT);
        Key key = as.apply(new Key(
                arn,
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                KeyOrigin.AWS_KMS,
                KeyManager.CUSTOMER,
                clock.instant(),
                KeyState.Enabled,
                "",
                Optional.empty(),
                Rotation.OFF,
                KeyPolicies.defaultPolicy(ACCOUNT),
                List.of(),
                List.of(fresh.first(clock.instant())),
                0));
        write(work -> work.put(key));
        return key(key.id());
    }

    public Key key(String id) {
        return region.view().key(id).orElseThrow();
    }

    /// As another process would, past the pipeline.
    public void write(Consumer<UnitOfWork> change) {
        try (RegionStore.Transaction transaction = region.begin()) {
            var written = transaction.write(clock.instant(), work -> {
                change.accept(work);
                return "done";
            });
            transaction.append(event(written.changes()));
            transaction.commit();
        }
    }

    /// Newest first.
    public List<AuditRow> rows() {
        return region.view().audit().page(EventFilter.ALL, Long.MAX_VALUE, 10_000);
    }

    public AuditEvent newestEvent() {
        return rows().getFirst().event();
    }

    private AuditEvent event(List<AuditEvent.Change> changes) {
        return new AuditEvent(
                clock.instant(),
                UUID.randomUUID(),
                Optional.empty(),
                AuditEvent.Kind.SERVICE_EVENT,
                "keyhold.app",
                "Seed",
                AuditEvent.Effect.ADMINISTRATION,
                new AuditEvent.Actor("AWSService", "seed", "seed", Optional.empty(), "test", "test"),
                List.of(),
                Detail.NOTHING,
                Detail.NOTHING,
                Detail.NOTHING,
                new AuditEvent.Outcome.Succeeded(),
                changes);
    }

    @Override
    public void close() {
        pipeline.lock();
        materials.close();
        region.close();
    }

    static final class NoSignature implements CheckpointSigner {
        @Override
        public Blob publicKey() {
            return Blob.of(new byte[44]);
        }

        @Override
        public Blob sign(byte[] message) {
            return Blob.of(new byte[64]);
        }
    }
}
