package app.keyhold.kms.operation.screen;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Widths of bars that a person can name.
final class BarWidth {
    private static final List<Duration> WIDTHS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(7),
            Duration.ofDays(14));

    private BarWidth() {}

    /// The smallest width of which at most `wanted` fill `span`; beyond two weeks, multiples of four weeks.
    static Duration of(Duration span, int wanted) {
        Duration exact = Duration.ofMillis(Math.ceilDiv(span.toMillis(), wanted));
        return WIDTHS.stream()
                .filter(width -> width.compareTo(exact) >= 0)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(28L * (exact.toDays() / 28 + 1)));
    }

    /// Bars begin at whole multiples of their width in UTC, so that they stay in place while the view is moved.
    static Instant startOfBar(Instant from, Duration width) {
        long millis = from.toEpochMilli();
        return Instant.ofEpochMilli(millis - Math.floorMod(millis, width.toMillis()));
    }
}
