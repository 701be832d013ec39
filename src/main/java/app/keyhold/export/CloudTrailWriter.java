package app.keyhold.export;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A CloudTrail log file: `{"Records":[…]}`.
final class CloudTrailWriter implements EventWriter {
    private final AwsJson json = new AwsJson();
    private final OutputStream out;
    private boolean first = true;

    CloudTrailWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        write("{\"Records\":[");
    }

    @Override
    public void write(Event event) throws IOException {
        write(first ? "\n" : ",\n");
        first = false;
        out.write(json.encode(event.cloudTrail()));
    }

    @Override
    public void end() throws IOException {
        write("\n]}\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
