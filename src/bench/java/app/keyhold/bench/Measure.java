package app.keyhold.bench;

import app.keyhold.kms.PermissionBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// Runs everything in rounds, so that figures that are compared stand close in time, and writes the medians as the
/// tables of benchmarks.md: `mvn -Pbench`, or `-Dbench.arguments="ROUNDS SECONDS"` for another length,
/// `0` for building alone, `timeline` for the audit timeline alone,
/// `scroll` for scrolling it.
final class Measure {
    private static final int ROUNDS = 3;
    private static final int SECONDS = 5;

    private final int seconds;
    private final Map<String, List<RunResult>> results = new TreeMap<>();

    private Measure(int seconds) {
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals("timeline")) {
            TimelineFigures.print();
            return;
        }
        if (arguments.length > 0 && arguments[0].equals("scroll")) {
            TimelineScroll.print();
            return;
        }
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SECONDS;
        String machine = Machine.describe(BenchVault.root());
        if (rounds == 0) {
            // For packaging/bench/files.sh, which starts its programs by itself.
            Files.writeString(Path.of("target", "bench", "classpath"), System.getProperty("java.class.path"));
            System.out.println(machine);
            return;
        }
        var measure = new Measure(seconds);
        measure.prepare();
        for (int round = 0; round < rounds; round++) {
            measure.round();
        }
        measure.once();
        String report = machine + "- rounds: " + rounds + " of " + seconds + " s an iteration; load at the end: "
                + Machine.load() + "\n\n" + measure.tables();
        Files.writeString(Path.of("target", "bench", "results.md"), report);
        System.out.println("\n" + report);
    }

    /// The vaults that are kept, so that no measurement makes them.
    private void prepare() throws Exception {
        for (int keys : new int[] {10, 100_000}) {
            BenchVault.withKeys(keys).lock();
        }
    }

    /// What is held against each other.
    private void round() throws RunnerException {
        run(DoorBenchmark.class, 4, 3);
        run(AuditWriterBenchmark.class, 3, 3);
        run(OneThreadBenchmark.class, 3, 2);
    }

    private void once() throws RunnerException {
        run(ManyKeysBenchmark.class, 2, 2);
        run(UnlockBenchmark.class, 0, 1);
        run(PermissionBenchmark.class, 3, 2);
    }

    private void run(Class<?> benchmarks, int warmUps, int iterations) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmarks.getName() + "\\.")
                .forks(1)
                .warmupIterations(warmUps)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.seconds(seconds))
                .jvmArgsAppend(
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx2g",
                        "-Dkeyhold.bench.folder=" + System.getProperty("keyhold.bench.folder", "target/bench/vaults"));
        Collection<RunResult> found = new Runner(options.build()).run();
        found.forEach(result -> results.computeIfAbsent(name(result), _ -> new ArrayList<>()).add(result));
    }

    private static String name(RunResult result) {
        String label = result.getParams().getBenchmark();
        String[] parts = label.split("\\.");
        String keys = result.getParams().getParam("keys");
        return parts[parts.length - 2].replace("Benchmark", "") + "." + parts[parts.length - 1]
                + (keys == null ? "" : " " + keys);
    }

    private String tables() {
        double alone = median("AuditWriter.append", RunResultScore::score);
        var out = new StringBuilder("| through the door, 32 threads, durable | calls/s | of the audit writer alone |\n|---|---|---|\n");
        for (String operation : List.of("encrypt", "generateDataKey", "signP256", "generateMac")) {
            line(out, "%s | %,.0f | %.0f %%", operation, median("Door." + operation, RunResultScore::score),
                    100 * ratio("Door." + operation));
        }
        line(out, "audit writer alone | %,.0f | 100 %%", alone);
        out.append("\n| one thread | p50 µs | p99 µs |\n|---|---|---|\n");
        for (String one : List.of("encrypt", "writeAndSync")) {
            line(out, "%s | %,.0f | %,.0f", one, percentile("OneThread." + one, 50), percentile("OneThread." + one, 99));
        }
        out.append("\n| one thread, p50 µs | 10 keys | 100,000 keys |\n|---|---|---|\n");
        for (String one : List.of("encrypt", "describeKey", "listKeys", "updateKeyDescription")) {
            line(out, "%s | %,.0f | %,.0f", one, percentile("ManyKeys." + one + " 10", 50),
                    percentile("ManyKeys." + one + " 100000", 50));
        }
        line(out, "unlock, ms | %,.0f | %,.0f", median("Unlock.unlock 10", RunResultScore::score),
                median("Unlock.unlock 100000", RunResultScore::score));
        out.append("\n| permission check | p50 µs | p99 µs |\n|---|---|---|\n");
        for (String one : List.of("statementsAndGrants", "statementsAlone")) {
            line(out, "%s | %,.1f | %,.1f", one, percentile("Permission." + one, 50), percentile("Permission." + one, 99));
        }
        return out.toString();
    }

    private static void line(StringBuilder out, String form, Object... values) {
        out.append("| ").append(String.format(Locale.ROOT, form, values)).append(" |\n");
    }

    private double percentile(String name, double percent) {
        return median(name, result -> result.getPrimaryResult().getStatistics().getPercentile(percent));
    }

    /// Of each round's own.
    private double ratio(String name) {
        List<RunResult> door = results.get(name);
        List<RunResult> alone = results.get("AuditWriter.append");
        double[] ratios = new double[door.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = RunResultScore.score(door.get(i)) / RunResultScore.score(alone.get(i));
        }
        return middle(ratios);
    }

    private double median(String name, ToDoubleFunction<RunResult> of) {
        return middle(results.get(name).stream().mapToDouble(of).toArray());
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static final class RunResultScore {
        static double score(RunResult result) {
            return result.getPrimaryResult().getScore();
        }
    }
}
