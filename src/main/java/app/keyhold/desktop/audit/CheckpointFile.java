package app.keyhold.desktop.audit;

import app.keyhold.vault.operation.CreateCheckpoint;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// A signed head of the chain as a small JSON file, to be kept outside the vault.
final class CheckpointFile {
    private CheckpointFile() {}

    static void write(Path target, CreateCheckpoint.Response checkpoint) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("vaultId", checkpoint.vaultId());
        members.put("incarnation", checkpoint.incarnation());
        members.put("region", checkpoint.region());
        members.put("number", checkpoint.number());
        members.put("head", checkpoint.head());
        members.put("stateDigest", checkpoint.stateDigest());
        members.put("time", checkpoint.time().toString());
        members.put("previous", checkpoint.previous());
        members.put("signature", checkpoint.signature());
        members.put("publicKey", checkpoint.publicKey());
        Files.writeString(target, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(members) + "\n");
    }
}
