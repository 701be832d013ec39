package app.keyhold.iam;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/// Dates as policies write them: the W3C's profile of ISO 8601 (a year, a month, a day, or a time with its offset), or
/// seconds since 1970.
final class PolicyDates {
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{5,12}|[0-9]{1,3}");

    private PolicyDates() {}

    static Optional<Instant> parse(String text) {
        try {
            if (TIME.matcher(text).matches()) {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            }
            if (SECONDS.matcher(text).matches()) {
                return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
            }
            if (DAY.matcher(text).matches()) {
                return Optional.of(startOf(text));
            }
            if (MONTH.matcher(text).matches()) {
                return Optional.of(startOf(text + "-01"));
            }
            return YEAR.matcher(text).matches() ? Optional.of(startOf(text + "-01-01")) : Optional.empty();
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
