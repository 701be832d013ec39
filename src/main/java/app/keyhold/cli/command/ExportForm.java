package app.keyhold.cli.command;

import java.io.OutputStream;
import java.util.function.Function;

/// What other programs read.
enum ExportForm {
    JSONL(JsonLinesWriter::new),
    CLOUDTRAIL(CloudTrailWriter::new),
    CSV(CsvWriter::new);

    private final Function<OutputStream, EventWriter> writer;

    ExportForm(Function<OutputStream, EventWriter> writer) {
        this.writer = writer;
    }

    EventWriter writer(OutputStream out) {
        return writer.apply(out);
    }
}
