package app.keyhold.cli.command;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.files.Batch;
import app.keyhold.files.Report;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A batch's report as a file.
final class ReportFile {
    private ReportFile() {}

    static void write(Path file, Batch batch) {
        byte[] json = new AwsJson().encodeIndented(Report.of(batch));
        Output.create(file, new String(json, StandardCharsets.UTF_8) + "\n");
    }
}
