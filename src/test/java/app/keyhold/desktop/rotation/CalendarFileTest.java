package app.keyhold.desktop.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryRotations.Row;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Reads the file by the letter of RFC 5545, as a program would that knows nothing of Keyhold.
class CalendarFileTest {
    private static final Moments MOMENTS = new Moments(Clock.fixed(SeededVault.NOW, ZoneOffset.UTC));
    private static final Pattern CONTENT_LINE = Pattern.compile("([A-Z-]+)((?:;[A-Z-]+=[^;:,\"]+)*):(.*)", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,\\p{Cntrl}]|\\\\[\\\\;,nN])*");
    private static final String LONG_NAME = "alias/Schlüssel, der; einen \\ langen Namen hat 🔑 und noch länger wird, damit er nicht in eine Zeile passt";

    private static Lane lane(String alias, Optional<Duration> next, Optional<Duration> deletion, Optional<Duration> expiry) {
        return Lane.of(
                new Row(
                        "11111111-2222-3333-4444-" + String.format("%012d", Math.abs(alias.hashCode())),
                        List.of(alias),
                        KeyManager.CUSTOMER,
                        KeyState.Enabled,
                        SeededVault.NOW.minus(Duration.ofDays(100)),
                        List.of(),
                        next.map(SeededVault.NOW::plus),
                        365,
                        0,
                        deletion.map(SeededVault.NOW::plus),
                        expiry.map(SeededVault.NOW::plus),
                        0,
                        List.of()),
                MOMENTS);
    }

    private static String file() {
        List<Lane> lanes = List.of(
                lane("alias/payroll", Optional.of(Duration.ofDays(12)), Optional.empty(), Optional.empty()),
                lane("alias/late", Optional.of(Duration.ofDays(-3)), Optional.empty(), Optional.empty()),
                lane("alias/gone", Optional.empty(), Optional.of(Duration.ofDays(9)), Optional.empty()),
                lane("alias/partner", Optional.empty(), Optional.empty(), Optional.of(Duration.ofDays(41))),
                lane("alias/still", Optional.empty(), Optional.empty(), Optional.empty()),
                lane(LONG_NAME, Optional.of(Duration.ofDays(200)), Optional.empty(), Optional.empty()));
        return CalendarFile.of(AgendaEntry.of(lanes), SeededVault.NOW, ZoneOffset.UTC);
    }

    /// Sections 3.1: lines end with CRLF, hold at most 75 octets, and go on behind a space.
    private static List<String> unfolded(String file) {
        assertThat(file).endsWith("\r\n");
        for (String line : file.substring(0, file.length() - 2).split("\r\n", -1)) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(line).hasSizeBetween(1, 75);
            assertThat(line).doesNotContain("\r", "\n");
        }
        return List.of(file.replace("\r\n ", "").split("\r\n"));
    }

    private static List<Map<String, String>> events(String file) {
        List<String> lines = unfolded(file);
        assertThat(lines.getFirst()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(lines.getLast()).isEqualTo("END:VCALENDAR");
        assertThat(lines).contains("VERSION:2.0").anyMatch(line -> line.startsWith("PRODID:"));
        List<Map<String, String>> events = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            var parts = CONTENT_LINE.matcher(line);
            assertThat(parts.matches()).as("a content line: %s", line).isTrue();
            if (line.equals("BEGIN:VEVENT")) {
                assertThat(inside).isFalse();
                inside = true;
                events.add(new HashMap<>());
            } else if (line.equals("END:VEVENT")) {
                assertThat(inside).isTrue();
                inside = false;
            } else if (inside) {
                assertThat(events.getLast().put(parts.group(1) + parts.group(2), parts.group(3)))
                        .as("%s occurs once", parts.group(1))
                        .isNull();
            }
        }
        assertThat(inside).isFalse();
        return events;
    }

    @Test
    void everyEventHasWhatTheStandardRequires() {
        List<Map<String, String>> events = events(file());
        assertThat(events).hasSize(5);
        assertThat(events.stream().map(event -> event.get("UID"))).doesNotHaveDuplicates().doesNotContainNull();
        for (Map<String, String> event : events) {
            assertThat(event.get("DTSTAMP")).matches("\\d{8}T\\d{6}Z");
            LocalDate start = day(event.get("DTSTART;VALUE=DATE"));
            assertThat(day(event.get("DTEND;VALUE=DATE"))).as("the end is exclusive").isEqualTo(start.plusDays(1));
            assertThat(event.get("SUMMARY")).matches(TEXT).isNotBlank();
            assertThat(event.get("DESCRIPTION")).matches(TEXT);
            assertThat(event.get("TRANSP")).isEqualTo("TRANSPARENT");
        }
    }

    private static LocalDate day(String value) {
        return LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Test
    void whatComesAndWhatWasMissedIsInItEachOnItsDay() {
        assertThat(events(file()).stream().map(event -> event.get("DTSTART;VALUE=DATE") + " " + event.get("SUMMARY")))
                .contains(
                        "20261121 late was due to rotate",
                        "20261203 gone is deleted",
                        "20261206 payroll rotates",
                        "20270104 partner expires");
    }

    @Test
    void namesKeepEveryLetterWhereverALineIsFolded() {
        String summary = events(file()).getLast().get("SUMMARY");
        String read = summary.replaceAll("\\\\([;,\\\\])", "$1");
        assertThat(read).isEqualTo(LONG_NAME.substring("alias/".length()) + " rotates");
    }

    @Test
    void importedAgainAnEntryReplacesItself() {
        Instant later = SeededVault.NOW.plus(Duration.ofHours(5));
        List<Lane> lanes = List.of(lane("alias/payroll", Optional.of(Duration.ofDays(12)), Optional.empty(), Optional.empty()));
        String first = CalendarFile.of(AgendaEntry.of(lanes), SeededVault.NOW, ZoneOffset.UTC);
        String second = CalendarFile.of(AgendaEntry.of(lanes), later, ZoneOffset.UTC);
        assertThat(events(second).getFirst().get("UID")).isEqualTo(events(first).getFirst().get("UID"));
    }
}
