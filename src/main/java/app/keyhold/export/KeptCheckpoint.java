package app.keyhold.export;

import app.keyhold.vault.OpenVault;
import app.keyhold.vault.backup.BackupFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A checkpoint that was kept outside the vault, as `audit checkpoint --file` and the desktop write it, or a backup. Its signature is
/// not asked: whoever holds the passphrase could sign another. What counts is that this copy was out of their reach.
public record KeptCheckpoint(Path file, String vaultId, String region, long number, String head) {
    private static final long MAX_BYTES = 1 << 16;

    /// What a chain says about a checkpoint.
    public enum Verdict {
        HOLDS,
        /// The chain ends before it.
        CUT_OFF,
        /// The chain has another row in its place.
        REWRITTEN
    }

    /// @return empty if the file is no checkpoint
    public static Optional<KeptCheckpoint> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
            return text(json, "VaultId").flatMap(vaultId -> text(json, "Region").flatMap(region ->
                    number(json).flatMap(number -> text(json, "Head")
                            .map(head -> new KeptCheckpoint(file, vaultId, region, number, head)))));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /// What a backup knows of the chain is as good as a checkpoint made with it.
    ///
    /// @return empty if the backup does not hold the Region
    public static Optional<KeptCheckpoint> ofBackup(Path file, String region) throws IOException {
        return BackupFile.told(file, region)
                .map(told -> new KeptCheckpoint(file, told.vaultId(), region, told.number(), told.head()));
    }

    public boolean isOf(OpenVault vault) {
        return vaultId.equals(vault.vaultId()) && region.equals(vault.region());
    }

    /// @param headNumber the chain's newest row
    /// @param hash of the chain's row with this checkpoint's number
    public Verdict against(long headNumber, Optional<String> hash) {
        if (number > headNumber) {
            return Verdict.CUT_OFF;
        }
        return hash.filter(head::equals).isPresent() ? Verdict.HOLDS : Verdict.REWRITTEN;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    private static Optional<Long> number(JsonNode json) {
        return Optional.ofNullable(json.get("Number"))
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .filter(value -> value > 0);
    }
}
