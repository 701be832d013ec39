package app.keyhold.desktop.rotation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// The agenda for a calendar program (RFC 5545): an all-day event a date.
final class CalendarFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_LINE = 75;

    private CalendarFile() {}

    static String of(List<AgendaEntry> agenda, Instant now, ZoneId zone) {
        List<String> lines = new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Keyhold//Rotation//EN"));
        for (AgendaEntry entry : agenda) {
            entry.when().ifPresent(when -> lines.addAll(List.of(
                    "BEGIN:VEVENT",
                    "UID:" + entry.lane().row().keyId() + "-" + DAY.format(when.atZone(zone)) + "@keyhold",
                    "DTSTAMP:" + STAMP.format(now),
                    "DTSTART;VALUE=DATE:" + DAY.format(when.atZone(zone)),
                    "SUMMARY:" + escaped(entry.lane().name() + " " + entry.what()),
                    "TRANSP:TRANSPARENT",
                    "END:VEVENT")));
        }
        lines.add("END:VCALENDAR");
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(folded(line)).append("\r\n"));
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
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
