package app.keyhold.bench;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.RegionStore;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/// What the audit trail alone can take: rows as Encrypt writes them, handed over by 32 threads that do nothing else, in
/// groups of whoever waits, one commit a group.
@State(Scope.Benchmark)
@Threads(32)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class AuditWriterBenchmark {
    private static final int MOST_IN_A_GROUP = 512;
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private Path folder;
    private SqliteRegion region;
    private Thread writer;
    private volatile boolean running = true;
    private final BlockingQueue<CompletableFuture<Long>> waiting = new LinkedBlockingQueue<>();

    @Setup
    public void open() throws IOException {
        folder = BenchVault.temporaryFolder();
        region = SqliteRegion.create(
                folder.resolve("us-east-1.db"),
                Randomness.secret(32),
                new RegionIdentity(UUID.randomUUID().toString(), "111122223333", "us-east-1"),
                _ -> new NoSignature(),
                StoreOptions.LOCAL);
        writer = Thread.ofPlatform().daemon().start(this::write);
    }

    @TearDown
    public void close() throws Exception {
        running = false;
        writer.interrupt();
        writer.join();
        region.close();
        BenchVault.remove(folder);
    }

    @Benchmark
    public long append() {
        var row = new CompletableFuture<Long>();
        waiting.add(row);
        return row.join();
    }

    private void write() {
        List<CompletableFuture<Long>> group = new ArrayList<>();
        List<Long> rows = new ArrayList<>();
        while (running) {
            try {
                group.add(waiting.take());
            } catch (InterruptedException over) {
                return;
            }
            waiting.drainTo(group, MOST_IN_A_GROUP - 1);
            try (RegionStore.Transaction transaction = region.begin()) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                group.forEach(one -> rows.add(transaction.append(event(now)).number()));
                transaction.commit();
            }
            for (int i = 0; i < group.size(); i++) {
                group.get(i).complete(rows.get(i));
            }
            group.clear();
            rows.clear();
        }
    }

    private static AuditEvent event(Instant now) {
        return new AuditEvent(
                now,
                Randomness.uuid(),
                Optional.of(Randomness.uuid()),
                AuditEvent.Kind.API_CALL,
                "kms.amazonaws.com",
                "Encrypt",
                AuditEvent.Effect.USE,
                new AuditEvent.Actor(
                        "Root", "arn:aws:iam::111122223333:root", "root", Optional.empty(), "bench", "Keyhold"),
                List.of(KEY),
                Detail.members(Map.of(
                        "keyId", new Detail.Text("1234abcd-12ab-34cd-56ef-1234567890ab"),
                        "encryptionContext",
                                Detail.members(Map.of(
                                        "project", new Detail.Text("bench"), "stage", new Detail.Text("measured"))))),
                Detail.NOTHING,
                Detail.members(Map.of(
                        "decision",
                        new Detail.Items(List.of(
                                new Detail.Text("Allowed by the key policy's statement \"Enable IAM User Permissions\"."))),
                        "keyMaterialId",
                        new Detail.Text("0".repeat(64)))),
                new AuditEvent.Outcome.Succeeded(),
                List.of());
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
