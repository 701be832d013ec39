package app.keyhold.desktop.audit;

import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;

/// Writes events to a file, page by page, newest first. The file appears under its name only when it is whole.
final class AuditExport {
    private static final int PAGE = 1000;

    private final Client client;
    private final ExportFormat format;

    AuditExport(Client client, ExportFormat format) {
        this.client = client;
        this.format = format;
    }

    /// @param page the request for the events before a number
    /// @return how many events were written
    long write(Path target, Function<Optional<Long>, LookupEvents.Request> page) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            long written = writeTo(part, page);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long writeTo(Path part, Function<Optional<Long>, LookupEvents.Request> page) throws IOException {
        long written = 0;
        try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            out.write(format.head());
            Optional<Long> before = Optional.empty();
            LookupEvents.Response answer;
            do {
                answer = client.call(page.apply(before));
                for (Event event : answer.events()) {
                    out.write(written == 0 ? "" : format.between());
                    out.write(format.record(event));
                    before = Optional.of(event.number());
                    written++;
                }
            } while (answer.events().size() == PAGE);
            out.write(format == ExportFormat.CLOUD_TRAIL ? format.foot() : written == 0 ? "" : format.between());
        }
        return written;
    }

    static int pageSize() {
        return PAGE;
    }
}
