package app.keyhold.export;

import app.keyhold.crypto.Blob;
import app.keyhold.endpoint.AwsJson;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import app.keyhold.vault.operation.QueryCheckpoints;
import java.io.IOException;
import java.io.OutputStream;

/// Whose chain it is, then one event a line with its body and hashes, then the checkpoints: enough to verify the chain
/// without Keyhold (formats.md).
final class JsonLinesWriter implements EventWriter {
    private final AwsJson json = new AwsJson();
    private final OutputStream out;
    private final QueryCheckpoints.Response trail;

    JsonLinesWriter(OutputStream out, QueryCheckpoints.Response trail) {
        this.out = out;
        this.trail = trail;
    }

    private record Head(String vaultId, String region, Blob auditKey) {}

    private record Signed(Blob checkpoint) {}

    @Override
    public void begin() throws IOException {
        line(new Head(trail.vaultId(), trail.region(), trail.auditKey()));
    }

    @Override
    public void write(Event event) throws IOException {
        line(event);
    }

    @Override
    public void end() throws IOException {
        for (Blob checkpoint : trail.checkpoints()) {
            line(new Signed(checkpoint));
        }
    }

    private void line(Object content) throws IOException {
        out.write(json.encode(content));
        out.write('\n');
    }
}
