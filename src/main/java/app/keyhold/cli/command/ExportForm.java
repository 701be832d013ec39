package app.keyhold.cli.command;

import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.OutputStream;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/// What other programs read.
enum ExportForm {
    JSONL((out, trail) -> new JsonLinesWriter(out, trail.get())),
    CLOUDTRAIL((out, _) -> new CloudTrailWriter(out)),
    CSV((out, _) -> new CsvWriter(out));

    private final BiFunction<OutputStream, Supplier<QueryCheckpoints.Response>, EventWriter> writer;

    ExportForm(BiFunction<OutputStream, Supplier<QueryCheckpoints.Response>, EventWriter> writer) {
        this.writer = writer;
    }

    /// @param trail asked only by the form that holds checkpoints, because asking needs a permission of its own
    EventWriter writer(OutputStream out, Supplier<QueryCheckpoints.Response> trail) {
        return writer.apply(out, trail);
    }
}
