package app.keyhold.bench;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// Unlocking in a fresh process, with a key derivation of 8 MiB in one pass (some 15 ms) in it.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class UnlockBenchmark {
    @Param({"10", "100000"})
    private int keys;

    private Path folder;
    private BenchVault vault;

    @Setup
    public void make() throws Exception {
        BenchVault made = BenchVault.withKeys(keys);
        folder = made.folder();
        made.lock();
    }

    @TearDown(Level.Invocation)
    public void lock() {
        vault.lock();
    }

    @Benchmark
    public BenchVault unlock() {
        vault = BenchVault.unlock(folder);
        return vault;
    }
}
