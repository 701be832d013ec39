package app.keyhold.bench;

import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.kms.operation.screen.QueryHistogram;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// What the audit timeline waits for on a vault with a million events over 400 days: whole calls through the door, as the
/// screen makes them. `mvn -Pbench -Dbench.arguments=timeline`.
final class TimelineFigures {
    static final int EVENTS = Integer.getInteger("keyhold.bench.events", 1_000_000);
    private static final int ROUNDS = 15;
    private static final int BARS = 120;
    private static final int PAGE = 200;
    private static final String SESSION = "figures";

    private final Client owner;
    private final Instant now = Instant.now();
    private final StringBuilder table = new StringBuilder("| the timeline over %,d events | first ms | median ms | worst ms |\n|---|---|---|---|\n".formatted(EVENTS));

    private TimelineFigures(Client owner) {
        this.owner = owner;
    }

    static void print() throws Exception {
        try (BenchVault vault = BenchVault.withEvents(EVENTS)) {
            System.out.println(new TimelineFigures(vault.owner()).measure());
            Runtime.getRuntime().gc();
            Thread.sleep(Duration.ofMillis(200));
            Runtime.getRuntime().gc();
            System.out.printf(
                    Locale.ROOT,
                    "heap in use afterwards: %,d MiB%n",
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
        }
    }

    private String measure() {
        Instant year = now.minus(Duration.ofDays(400));
        Instant month = now.minus(Duration.ofDays(30));
        Filter none = new Filter(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
        both("nothing chosen", none, year, month);
        List<Event> some = owner.call(none.page(year, now, Optional.empty(), 1000)).events();
        Event encrypt = some.stream().filter(event -> event.name().equals("Encrypt")).findFirst().orElseThrow();
        both("a busy key", new Filter(encrypt.resources(), List.of(), List.of(), Optional.empty(), Optional.empty()), year, month);
        both("a key nobody uses", new Filter(List.of(quietKey()), List.of(), List.of(), Optional.empty(), Optional.empty()), year, month);
        both("a principal of most", new Filter(List.of(), List.of(encrypt.principalArn()), List.of(), Optional.empty(), Optional.empty()), year, month);
        both("an operation of most", new Filter(List.of(), List.of(), List.of("Encrypt"), Optional.empty(), Optional.empty()), year, month);
        both("a rare operation", new Filter(List.of(), List.of(), List.of("CreateKey"), Optional.empty(), Optional.empty()), year, month);
        both("denied", new Filter(List.of(), List.of(), List.of(), Optional.of("DENIED"), Optional.empty()), year, month);
        both("key, principal, operation", new Filter(encrypt.resources(), List.of(encrypt.principalArn()), List.of("Encrypt"), Optional.empty(), Optional.empty()), year, month);
        both("a text of most", new Filter(List.of(), List.of(), List.of(), Optional.empty(), Optional.of("crypt")), year, month);
        both("a text of none", new Filter(List.of(), List.of(), List.of(), Optional.empty(), Optional.of("nobody says this")), year, month);
        row("page in the middle", () -> none.page(year, now, Optional.of(EVENTS / 2L), PAGE));
        Instant day = now.minus(Duration.ofDays(1));
        row("histogram, 24 hours", () -> none.histogram(day, now));
        long start = System.nanoTime();
        VerifyTrail.Response verified = owner.call(new VerifyTrail.Request(SESSION));
        double seconds = (System.nanoTime() - start) / 1e9;
        table.append(String.format(Locale.ROOT, "%nchain verified up to %,d in %.1f s, %,.0f events/s%n", verified.headNumber(), seconds, verified.headNumber() / seconds));
        return table.toString();
    }

    private String quietKey() {
        return owner.call(app.keyhold.kms.operation.key.CreateKey.Request.of(KeySpec.HMAC_256, app.keyhold.crypto.KeyUsage.GENERATE_VERIFY_MAC, "quiet")).keyMetadata().keyId();
    }

    private void both(String name, Filter filter, Instant year, Instant month) {
        row("page, " + name, () -> filter.page(year, now, Optional.empty(), PAGE));
        row("histogram, " + name, () -> filter.histogram(year, now));
        row("histogram, 30 days, " + name, () -> filter.histogram(month, now));
    }

    private void row(String name, Supplier<KmsRequest<?>> request) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            owner.call(request.get());
            times.add((System.nanoTime() - start) / 1e6);
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        table.append(String.format(Locale.ROOT, "| %s | %.1f | %.1f | %.1f |%n", name, times.getFirst(), sorted[ROUNDS / 2], sorted[ROUNDS - 1]));
    }

    private record Filter(List<String> keys, List<String> principals, List<String> names, Optional<String> result, Optional<String> text) {
        KmsRequest<?> histogram(Instant from, Instant until) {
            return new QueryHistogram.Request(SESSION, from, until, keys, principals, names, result, text, Optional.of(true), BARS);
        }

        LookupEvents.Request page(Instant from, Instant until, Optional<Long> before, int limit) {
            return new LookupEvents.Request(
                    SESSION, Optional.of(from), Optional.of(until), keys, principals, names, result, text, Optional.of(true), before, limit);
        }
    }
}
