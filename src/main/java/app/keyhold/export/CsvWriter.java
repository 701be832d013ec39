package app.keyhold.export;

import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// RFC 4180, times in UTC. A cell that a spreadsheet would take for a formula is led by an apostrophe.
final class CsvWriter implements EventWriter {
    private static final List<String> COLUMNS = List.of(
            "number",
            "time",
            "result",
            "errorCode",
            "errorMessage",
            "source",
            "operation",
            "effect",
            "principal",
            "via",
            "from",
            "resources",
            "keyMaterialId",
            "facts",
            "previousHash",
            "hash");

    private final OutputStream out;

    CsvWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        writeLine(COLUMNS);
    }

    @Override
    public void write(Event event) throws IOException {
        writeLine(List.of(
                Long.toString(event.number()),
                event.time().toString(),
                event.result().name(),
                event.errorCode().orElse(""),
                event.errorMessage().orElse(""),
                event.source(),
                event.name(),
                event.effect().name(),
                event.principalArn(),
                event.via().orElse(""),
                event.sourceAddress(),
                String.join(" ", event.resources()),
                event.keyMaterialId().orElse(""),
                event.facts().entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining(" ")),
                event.previousHash(),
                event.hash()));
    }

    private void writeLine(List<String> cells) throws IOException {
        String line = cells.stream().map(CsvWriter::quoted).collect(Collectors.joining(","));
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String cell) {
        String harmless = !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        boolean plain = harmless.chars().noneMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
