package app.keyhold.desktop.rotation;

import app.keyhold.desktop.part.Words;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The agenda for a calendar program (RFC 5545): an all-day event a date. The same entry keeps its UID, so that a second
/// import replaces the first.
final class CalendarFile {
    private static final Words WORDS = Words.of(CalendarFile.class);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    static String of(List<AgendaEntry> agenda, Instant now, ZoneId zone) {
        List<String> lines = new ArrayList<>(
                List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Keyhold//Rotation//EN", "CALSCALE:GREGORIAN")); // not words
        for (AgendaEntry entry : agenda) {
            entry.when().ifPresent(when -> {
                LocalDate day = when.atZone(zone).toLocalDate();
                lines.addAll(List.of(
                        "BEGIN:VEVENT",
                        "UID:" + entry.lane().row().keyId() + "-" + entry.kind().name().toLowerCase(Locale.ROOT) + "-"
                                + DAY.format(day) + "@keyhold",
                        "DTSTAMP:" + STAMP.format(now),
                        "DTSTART;VALUE=DATE:" + DAY.format(day),
                        "SUMMARY:" + escaped(entry.sentence()),
                        "DESCRIPTION:" + escaped(WORDS.get("ics.description", entry.lane().row().keyId(), entry.lane().period())),
                        "DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)),
                        "TRANSP:TRANSPARENT",
                        "END:VEVENT"));
            });
        }
        lines.add("END:VCALENDAR");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n");
    }

    /// Lines are at most 75 octets; the rest goes on behind a line break and a space.
    private static String folded(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            String character = Character.toString(line.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                folded.append("\r\n ");
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
