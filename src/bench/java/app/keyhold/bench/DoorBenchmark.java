package app.keyhold.bench;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import app.keyhold.kms.operation.mac.GenerateMac;
import app.keyhold.kms.operation.signing.Sign;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Threads;

/// Whole calls, each answered only when its audit row is durable (WAL, synchronous=FULL), from 32 threads.
@State(Scope.Benchmark)
@Threads(32)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DoorBenchmark {
    private BenchVault vault;
    private Client owner;
    private String symmetric;
    private String signing;
    private String mac;
    private final Map<String, String> context = Map.of("project", "bench", "stage", "measured");
    private final Blob digestOrMessage = Blob.of(new byte[32]);

    @Setup
    public void unlock() throws IOException {
        vault = BenchVault.make();
        owner = vault.owner();
        symmetric = vault.key(KeySpec.SYMMETRIC_DEFAULT, KeyUsage.ENCRYPT_DECRYPT);
        signing = vault.key(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
        mac = vault.key(KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
    }

    @TearDown
    public void lock() throws IOException {
        vault.close();
    }

    @Benchmark
    public Encrypt.Response encrypt() {
        try (SecretBytes plaintext = SecretBytes.takeOver(new byte[32])) {
            return owner.call(Encrypt.Request.of(symmetric, plaintext, context));
        }
    }

    @Benchmark
    public int generateDataKey() {
        var response = owner.call(GenerateDataKey.Request.aes256(symmetric, context));
        response.plaintext().close();
        return response.ciphertextBlob().size();
    }

    @Benchmark
    public Sign.Response signP256() {
        return owner.call(Sign.Request.of(signing, digestOrMessage, SigningAlgorithm.ECDSA_SHA_256));
    }

    @Benchmark
    public GenerateMac.Response generateMac() {
        return owner.call(GenerateMac.Request.of(mac, digestOrMessage, MacAlgorithm.HMAC_SHA_256));
    }
}
