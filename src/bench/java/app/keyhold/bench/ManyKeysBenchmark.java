package app.keyhold.bench;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.key.UpdateKeyDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Single operations, each on any of the keys there are, whatever their number.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ManyKeysBenchmark {
    private static final int USED = 1_000;

    @Param({"10", "100000"})
    private int keys;

    private BenchVault vault;
    private Client owner;
    private final List<String> used = new ArrayList<>();

    @Setup
    public void unlock() throws Exception {
        vault = BenchVault.withKeys(keys);
        owner = vault.owner();
        owner.call(new ListKeys.Request(Optional.of(USED), Optional.empty())).keys().forEach(key -> used.add(key.keyId()));
    }

    @TearDown
    public void lock() {
        vault.lock();
    }

    private String any() {
        return used.get(ThreadLocalRandom.current().nextInt(used.size()));
    }

    @Benchmark
    public Encrypt.Response encrypt() {
        try (SecretBytes plaintext = SecretBytes.takeOver(new byte[32])) {
            return owner.call(Encrypt.Request.of(any(), plaintext, Map.of("project", "bench")));
        }
    }

    @Benchmark
    public DescribeKey.Response describeKey() {
        return owner.call(DescribeKey.Request.of(any()));
    }

    @Benchmark
    public ListKeys.Response listKeys() {
        return owner.call(new ListKeys.Request(Optional.of(10), Optional.empty()));
    }

    @Benchmark
    public UpdateKeyDescription.Response updateKeyDescription() {
        return owner.call(new UpdateKeyDescription.Request(
                "number " + ThreadLocalRandom.current().nextInt(), any()));
    }
}
