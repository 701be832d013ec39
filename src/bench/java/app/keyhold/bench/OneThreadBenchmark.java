package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.encryption.Encrypt;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// How long one caller waits, beside what the disk alone takes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneThreadBenchmark {
    /// As much as a small group appends to the log: a few pages with their headers.
    private static final int LOG_BYTES = 5 * 4_120;
    private static final int LOG_LENGTH = 1_000 * 4_120;

    private BenchVault vault;
    private Client owner;
    private String symmetric;
    private Path folder;
    private FileChannel log;
    private final ByteBuffer frames = ByteBuffer.allocateDirect(LOG_BYTES);

    @Setup
    public void unlock() throws IOException {
        vault = BenchVault.make();
        owner = vault.owner();
        symmetric = vault.key(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        folder = BenchVault.temporaryFolder();
        log = FileChannel.open(folder.resolve("log"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        log.write(ByteBuffer.allocate(LOG_LENGTH));
        log.force(false);
        log.position(0);
    }

    @TearDown
    public void lock() throws IOException {
        log.close();
        BenchVault.remove(folder);
        vault.close();
    }

    @Benchmark
    public Encrypt.Response encrypt() {
        try (SecretBytes plaintext = SecretBytes.takeOver(new byte[32])) {
            return owner.call(Encrypt.Request.of(symmetric, plaintext, Map.of("project", "bench")));
        }
    }

    /// Writing over a file that is there already, as a write-ahead log mostly is, and syncing its data.
    @Benchmark
    public void writeAndSync() throws IOException {
        if (log.position() + LOG_BYTES > LOG_LENGTH) {
            log.position(0);
        }
        log.write(frames.rewind());
        log.force(false);
    }
}
