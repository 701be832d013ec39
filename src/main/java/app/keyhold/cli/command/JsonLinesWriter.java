package app.keyhold.cli.command;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.io.IOException;
import java.io.OutputStream;

/// One event, one line, with its number, its hash and the hash before it.
final class JsonLinesWriter implements EventWriter {
    private final AwsJson json = new AwsJson();
    private final OutputStream out;

    JsonLinesWriter(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(Event event) throws IOException {
        out.write(json.encode(event));
        out.write('\n');
    }
}
