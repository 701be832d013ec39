package app.keyhold.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Points in time as people write and read them, in the terminal's zone.
public final class Times {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final Pattern AGO = Pattern.compile("(\\d{1,5})([mhd])");

    private final ZoneId zone;
    private final Instant now;

    public Times(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /// `2026-11-24 10:42:07`.
    public String second(Instant time) {
        return SECOND.format(time.atZone(zone));
    }

    /// `2026-11-24`.
    public String day(Instant time) {
        return DAY.format(time.atZone(zone));
    }

    /// `2026-11-24 (in 12 days)`.
    public String dayFromNow(Instant time) {
        // The seconds a command takes make no day of seven into one of six.
        long days = Duration.between(now, time).plusMinutes(1).toDays();
        String distance = time.isBefore(now)
                ? (days == 0 ? "due now" : -days + (days == -1 ? " day ago" : " days ago"))
                : days == 0 ? "within a day" : "in " + days + (days == 1 ? " day" : " days");
        return day(time) + " (" + distance + ")";
    }

    public String day(Optional<Instant> time) {
        return time.map(this::day).orElse("-");
    }

    /// `2026-11-24`, `2026-11-24T10:42`, `2026-11-24T10:42:07Z`, or `90m`, `24h`, `7d` before now.
    ///
    /// @throws UsageException if it is none of these
    public Instant parse(String text) {
        var ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new UsageException(
                    "`" + text + "` is no time.", "Write 2026-11-24, 2026-11-24T10:42, or 24h and 7d for that long ago.");
        }
    }
}
