package app.keyhold.desktop.audit;

import app.keyhold.kms.operation.screen.LookupEvents.Event;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The forms in which events leave the screen.
public enum ExportFormat {
    /// A JSON object a line, with number and hashes beside CloudTrail's record.
    JSON_LINES("JSON Lines with hashes", "jsonl", "", "\n", ""),
    CSV("CSV", "csv", "number,time,operation,result,error,principal,resources,source,previousHash,hash\r\n", "\r\n", ""),
    /// As AWS delivers a log file: `{"Records":[…]}`.
    CLOUD_TRAIL("CloudTrail JSON", "json", "{\"Records\":[\n", ",\n", "\n]}\n");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String title;
    private final String extension;
    private final String head;
    private final String between;
    private final String foot;

    ExportFormat(String title, String extension, String head, String between, String foot) {
        this.title = title;
        this.extension = extension;
        this.head = head;
        this.between = between;
        this.foot = foot;
    }

    public String title() {
        return title;
    }

    public String extension() {
        return extension;
    }

    String head() {
        return head;
    }

    String between() {
        return between;
    }

    String foot() {
        return foot;
    }

    String record(Event event) {
        return switch (this) {
            case JSON_LINES -> json(withHashes(event));
            case CSV -> csv(event);
            case CLOUD_TRAIL -> json(event.cloudTrail());
        };
    }

    /// One event as the detail pane copies it.
    static String pretty(Event event) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(withHashes(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and strings can always be written", e);
        }
    }

    private static Map<String, Object> withHashes(Event event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", event.number());
        line.put("previousHash", event.previousHash());
        line.put("hash", event.hash());
        line.put("event", event.cloudTrail());
        return line;
    }

    private static String csv(Event event) {
        List<String> cells = List.of(
                String.valueOf(event.number()),
                event.time().toString(),
                event.name(),
                event.result().name(),
                event.errorCode().orElse(""),
                event.principalArn(),
                String.join(" ", event.resources()),
                event.sourceAddress(),
                event.previousHash(),
                event.hash());
        List<String> quoted = new ArrayList<>();
        cells.forEach(cell -> quoted.add(quoted(cell)));
        return String.join(",", quoted);
    }

    /// Quoted where CSV needs it; a leading = + - @ would be a formula in a spreadsheet, so it gets an apostrophe.
    private static String quoted(String cell) {
        String plain = !cell.isEmpty() && "=+-@".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and strings can always be written", e);
        }
    }
}
