package app.keyhold.vault.slot;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;

/// One way into the vault.
///
/// @param id random, known to the user's principal in the database
/// @param user the name, or `sha256:` and a salted hash of it where names are private: see [SlotName]
/// @param root the root key, wrapped under this slot's key
public record Slot(String id, String user, Instant created, Kdf kdf, Blob root) {
    public static final int SALT_BYTES = 32;

    /// How the slot's key is made.
    public sealed interface Kdf {
        /// @param keyFile whether a key file is needed beside the passphrase
        record Passphrase(Argon2id.Cost cost, Blob salt, boolean keyFile) implements Kdf {}

        record Recovery() implements Kdf {}
    }

    public boolean isFor(String name) {
        return user.equals(name) || user.equals(SlotName.hidden(id, name));
    }

    public boolean hidesName() {
        return SlotName.isHidden(user);
    }

    public Slot hidden() {
        return hidesName() ? this : new Slot(id, SlotName.hidden(id, user), created, kdf, root);
    }

    /// With the name it is for; itself if that is none of `names`.
    public Slot shownAs(List<String> names) {
        return names.stream()
                .filter(this::isFor)
                .findFirst()
                .map(name -> new Slot(id, name, created, kdf, root))
                .orElse(this);
    }

    public boolean isRecovery() {
        return kdf instanceof Kdf.Recovery;
    }

    /// `passphrase` or `recovery`.
    public String kind() {
        return switch (kdf) {
            case Kdf.Passphrase _ -> "passphrase";
            case Kdf.Recovery _ -> "recovery";
        };
    }

    /// For a person: `Argon2id, 256 MiB, 3 passes`.
    public String describeKdf() {
        return switch (kdf) {
            case Kdf.Passphrase(var cost, _, var keyFile) ->
                "Argon2id, %d MiB, %d %s%s"
                        .formatted(
                                cost.memoryKib() / 1024,
                                cost.iterations(),
                                cost.iterations() == 1 ? "pass" : "passes",
                                keyFile ? ", key file" : "");
            case Kdf.Recovery _ -> "HKDF-SHA-512 over 256 random bits";
        };
    }
}
