package app.keyhold.cli.command;

import app.keyhold.cli.UsageException;
import app.keyhold.vault.OpenVault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A checkpoint that was kept outside the vault, as `audit checkpoint --file` wrote it. Its signature is not asked:
/// whoever holds the passphrase could sign another. What counts is that this copy was out of their reach.
record KeptCheckpoint(Path file, String vaultId, String region, long number, String head) {
    private static final long MAX_BYTES = 1 << 16;

    /// @throws UsageException if the file is no checkpoint
    static KeptCheckpoint read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw noCheckpoint(file);
            }
            JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(file));
            return new KeptCheckpoint(
                    file,
                    text(file, json, "VaultId"),
                    text(file, json, "Region"),
                    number(file, json),
                    text(file, json, "Head"));
        } catch (JsonProcessingException noJson) {
            throw noCheckpoint(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void requireOf(OpenVault vault) {
        if (!vaultId.equals(vault.vaultId()) || !region.equals(vault.region())) {
            throw new UsageException(
                    file + " was made by another vault or Region.", "Name a checkpoint of this one: " + vault.vaultId());
        }
    }

    /// What the chain says against this checkpoint, if anything.
    ///
    /// @param headNumber the chain's newest row
    /// @param hash of the chain's row with this checkpoint's number
    Optional<String> contradiction(long headNumber, Optional<String> hash) {
        if (number > headNumber) {
            return Optional.of("The chain was cut off: %s was made at #%,d, and the chain ends at #%,d."
                    .formatted(file, number, headNumber));
        }
        return hash.filter(head::equals).isPresent()
                ? Optional.empty()
                : Optional.of("The past was rewritten: row #%,d is not the one %s was made of.".formatted(number, file));
    }

    private static String text(Path file, JsonNode json, String name) {
        return Optional.ofNullable(json.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .orElseThrow(() -> noCheckpoint(file));
    }

    private static long number(Path file, JsonNode json) {
        return Optional.ofNullable(json.get("Number"))
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue)
                .filter(value -> value > 0)
                .orElseThrow(() -> noCheckpoint(file));
    }

    private static UsageException noCheckpoint(Path file) {
        return new UsageException(
                file + " is no checkpoint.", "Name a file that `keyhold audit checkpoint --file FILE` wrote.");
    }
}
