package app.keyhold.kms;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantConstraints;
import app.keyhold.kms.grant.GrantOperation;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Step 3 alone: 20 statements (10 in the key's policy, 10 in the caller's, each with a condition) and 50 grants on the
/// key.
@NullUnmarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PermissionBenchmark {
    private static final String ACCOUNT = "111122223333";
    private static final String REGION = "us-east-1";
    private static final KeyArn ARN = new KeyArn(REGION, ACCOUNT, "1234abcd-12ab-34cd-56ef-1234567890ab");
    private static final int STATEMENTS = 10;
    private static final int GRANTS = 50;

    private final Authorizer authorizer = new Authorizer(Clock.systemUTC());
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private Path folder;
    private SqliteRegion region;
    private View view;
    private Caller byPolicy;
    private Caller byGrant;
    private List<Access> accesses;
    private Encrypt.Request request;

    @Setup
    public void fill() throws IOException {
        folder = Files.createTempDirectory("permissions");
        try (SecretBytes key = SecretBytes.takeOver(new byte[32])) {
            region = SqliteRegion.create(
                    folder.resolve("us-east-1.db"),
                    key,
                    new RegionIdentity(UUID.randomUUID().toString(), ACCOUNT, REGION),
                    _ -> new NoSignature(),
                    StoreOptions.LOCAL);
        }
        byPolicy = user("paula", "bench", true);
        byGrant = user("gregor", "elsewhere", false);
        write(work -> work.put(key()));
        for (int i = 0; i < GRANTS; i++) {
            Grant grant = grant(i);
            write(work -> work.put(grant));
        }
        view = region.view();
        accesses = List.of(new Access.OnKey("kms:Encrypt", view.key(ARN.keyId()).orElseThrow()));
        request = Encrypt.Request.of(ARN.keyId(), SecretBytes.takeOver(new byte[32]), Map.of("project", "bench"));
    }

    @TearDown
    public void remove() throws IOException {
        region.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// Allowed by the last of the caller's own statements.
    @Benchmark
    public Authorizer.Verdict statementsAlone() {
        return allowed(byPolicy);
    }

    /// No statement allows it, one of the grants does.
    @Benchmark
    public Authorizer.Verdict statementsAndGrants() {
        return allowed(byGrant);
    }

    private Authorizer.Verdict allowed(Caller caller) {
        Authorizer.Verdict verdict = authorizer.authorize(view, caller, Optional.of(request), accesses);
        if (verdict.refusal().isPresent()) {
            throw verdict.refusal().get();
        }
        return verdict;
    }

    /// @param last whether the last statement allows everything on keys, under its condition
    private Caller user(String name, String project, boolean last) {
        var user = new Principal.User(ACCOUNT, name);
        String policy = statements("\"Resource\":\"*\",", project, last);
        write(work -> work.put(Identity.of(user, uniqueId(name), List.of(new NamedPolicy("work", policy)), now)));
        return Caller.of(user, new Origin("bench", "Keyhold"));
    }

    private Key key() {
        String policy = statements(
                "\"Principal\":{\"AWS\":\"arn:aws:iam::" + ACCOUNT + ":root\"},\"Resource\":\"*\",", "bench", true);
        return new Key(
                ARN,
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                KeyOrigin.AWS_KMS,
                KeyManager.CUSTOMER,
                now,
                KeyState.Enabled,
                "",
                Optional.empty(),
                Rotation.OFF,
                policy,
                List.of(),
                List.of(),
                0);
    }

    private static String statements(String about, String project, boolean last) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":["
                + IntStream.range(0, STATEMENTS)
                        .mapToObj(i -> "{\"Sid\":\"S" + i + "\",\"Effect\":\"Allow\"," + about + "\"Action\":"
                                + (i == STATEMENTS - 1 && last ? "\"kms:*\"" : "[\"kms:Describe*\",\"kms:Sign\"]")
                                + ",\"Condition\":{\"StringEquals\":{\"kms:EncryptionContext:project\":\""
                                + (i == STATEMENTS - 1 ? project : "other") + "\"}}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    /// The last one is the second caller's.
    private Grant grant(int number) {
        String name = number == GRANTS - 1 ? "gregor" : "somebody" + number;
        return new Grant(
                ARN.keyId(),
                String.format("%064x", number),
                Optional.empty(),
                now,
                new GrantPrincipal(new Principal.User(ACCOUNT, name).arn(), uniqueId(name)),
                Optional.empty(),
                new Principal.Root(ACCOUNT).arn(),
                new GrantTerms(
                        EnumSet.of(GrantOperation.Encrypt, GrantOperation.Decrypt),
                        GrantConstraints.contextSubset(Map.of("project", "bench"))),
                0);
    }

    private static String uniqueId(String name) {
        return ("AIDA" + name.toUpperCase(java.util.Locale.ROOT) + "AAAAAAAAAAAAAAAAA").substring(0, 21);
    }

    private void write(Consumer<UnitOfWork> change) {
        try (RegionStore.Transaction transaction = region.begin()) {
            var written = transaction.write(now, work -> {
                change.accept(work);
                return true;
            });
            transaction.append(new AuditEvent(
                    now,
                    UUID.randomUUID(),
                    Optional.empty(),
                    AuditEvent.Kind.SERVICE_EVENT,
                    "keyhold.app",
                    "Fill",
                    AuditEvent.Effect.ADMINISTRATION,
                    new AuditEvent.Actor("AWSService", "bench", "bench", Optional.empty(), "bench", "bench"),
                    List.of(),
                    Detail.NOTHING,
                    Detail.NOTHING,
                    Detail.NOTHING,
                    new AuditEvent.Outcome.Succeeded(),
                    written.changes()));
            transaction.commit();
        }
    }

    private static final class NoSignature implements CheckpointSigner {
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
