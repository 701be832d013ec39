package app.keyhold.cli.command;

import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.OutputStream;
import java.util.function.BiFunction;

/// What other programs read.
enum ExportForm {
    JSONL(JsonLinesWriter::new),
    CLOUDTRAIL((out, _) -> new CloudTrailWriter(out)),
    CSV((out, _) -> new CsvWriter(out));

    private final BiFunction<OutputStream, QueryCheckpoints.Response, EventWriter> writer;

    ExportForm(BiFunction<OutputStream, QueryCheckpoints.Response, EventWriter> writer) {
        this.writer = writer;
    }

    EventWriter writer(OutputStream out, QueryCheckpoints.Response trail) {
        return writer.apply(out, trail);
    }
}
