package app.keyhold.export;

import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.OutputStream;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// What other programs read.
public enum TimelineForm {
    /// A line an event, with the body its hash covers: verifiable without Keyhold where nothing is left out (formats.md).
    JSONL("JSON Lines", "jsonl", (out, trail) -> new JsonLinesWriter(out, trail.get())),
    /// As AWS delivers a log file: `{"Records":[…]}`.
    CLOUDTRAIL("CloudTrail JSON", "json", (out, _) -> new CloudTrailWriter(out)),
    CSV("CSV", "csv", (out, _) -> new CsvWriter(out));

    private final String title;
    private final String extension;
    private final BiFunction<OutputStream, Supplier<QueryCheckpoints.Response>, EventWriter> writer;

    TimelineForm(
            String title,
            String extension,
            BiFunction<OutputStream, Supplier<QueryCheckpoints.Response>, EventWriter> writer) {
        this.title = title;
        this.extension = extension;
        this.writer = writer;
    }

    /// What a person chooses it by.
    public String title() {
        return title;
    }

    /// Of a file's name, without the dot.
    public String extension() {
        return extension;
    }

    /// @param trail asked only by the form that holds checkpoints, because asking needs a permission of its own
    EventWriter writer(OutputStream out, Supplier<QueryCheckpoints.Response> trail) {
        return writer.apply(out, trail);
    }
}
