package app.keyhold.desktop.audit;

import app.keyhold.endpoint.AwsJson;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A signed head of the chain as a small JSON file, to be kept outside the vault.
final class CheckpointFile {
    private CheckpointFile() {}

    /// The same form as the command line's, so that either can be compared with the chain later.
    static void write(Path target, CreateCheckpoint.Response checkpoint) throws IOException {
        Files.writeString(
                target, new String(new AwsJson().encodeIndented(checkpoint), StandardCharsets.UTF_8) + "\n");
    }
}
