package app.keyhold.vault.slot;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One way into the vault.
///
/// @param id random, known to the user's principal in the database
/// @param user the name, or `sha256:` and a salted hash of it where names are private: see [SlotName]
/// @param root the root key, wrapped under this slot's key
/// @param tested when a recovery sheet's words were last typed in and opened it; empty for never
public record Slot(String id, String user, Instant created, Kdf kdf, Blob root, Optional<Instant> tested) {
    public static final int SALT_BYTES = Argon2id.SALT_BYTES;

    /// What Keyhold wrote before.
    public static final int LONG_SALT_BYTES = 32;

    /// Never tested.
    public Slot(String id, String user, Instant created, Kdf kdf, Blob root) {
        this(id, user, created, kdf, root, Optional.empty());
    }

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
        return hidesName() ? this : labelled(SlotName.hidden(id, user));
    }

    /// With the name it is for; itself if that is none of `names`.
    public Slot shownAs(List<String> names) {
        return names.stream()
                .filter(this::isFor)
                .findFirst()
                .map(this::labelled)
                .orElse(this);
    }

    private Slot labelled(String label) {
        return new Slot(id, label, created, kdf, root, tested);
    }

    public Slot testedAt(Instant now) {
        return new Slot(id, user, created, kdf, root, Optional.of(now));
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
