package app.keyhold.vault.slot;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// Makes slots and opens them.
public final class SlotKeys {
    static final int KEY_BYTES = 32;

    private static final String PURPOSE = "slot";

    private final String vaultId;

    public SlotKeys(String vaultId) {
        this.vaultId = vaultId;
    }

    /// Takes as long as Argon2id at `cost` takes; the cost does not matter to a recovery sheet.
    ///
    /// @throws VaultException NOT_ENOUGH_MEMORY
    public Slot wrap(
            String slotId, String user, SlotSecret secret, Argon2id.Cost cost, SecretBytes root, Instant now) {
        var kdf = switch (secret) {
            case SlotSecret.Passphrase(_, var keyFile) ->
                new Slot.Kdf.Passphrase(
                        cost, Blob.of(Randomness.bytes(Slot.SALT_BYTES)), keyFile.isPresent());
            case SlotSecret.Recovery _ -> new Slot.Kdf.Recovery();
        };
        var open = new Slot(slotId, user, now, kdf, Blob.of(new byte[0]));
        try (var key = slotKey(open, secret).orElseThrow()) {
            return new Slot(slotId, user, now, kdf, KeyWrap.wrap(key, root, identity(open, user)));
        }
    }

    /// The root key, or empty if the secret is not this slot's.
    ///
    /// @param user whose slot it is said to be
    /// @throws VaultException DAMAGED if the slot asks for a cost out of bounds, NOT_ENOUGH_MEMORY
    public Optional<SecretBytes> unwrap(Slot slot, String user, SlotSecret secret) {
        var key = slotKey(slot, secret);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try (var own = key.get()) {
            return Optional.of(KeyWrap.unwrap(own, slot.root(), identity(slot, user)));
        } catch (AEADBadTagException otherSecret) {
            return Optional.empty();
        }
    }

    /// Empty if the secret is of the wrong kind: words for a passphrase, a key file too many or too few.
    private Optional<SecretBytes> slotKey(Slot slot, SlotSecret secret) {
        return switch (slot.kdf()) {
            case Slot.Kdf.Passphrase(var cost, var salt, var wantsKeyFile) ->
                secret instanceof SlotSecret.Passphrase(var text, var keyFile) && keyFile.isPresent() == wantsKeyFile
                        ? Optional.of(KdfMemory.derive(text, salt, keyFile, cost))
                        : Optional.empty();
            case Slot.Kdf.Recovery _ ->
                secret instanceof SlotSecret.Recovery(var entropy)
                        ? Optional.of(Hkdf.sha512(
                                entropy,
                                vaultId.getBytes(StandardCharsets.UTF_8),
                                ("keyhold/1/recovery/" + slot.id()).getBytes(StandardCharsets.UTF_8),
                                KEY_BYTES))
                        : Optional.empty();
        };
    }

    /// Everything about the slot except the wrapped key: a parameter changed on disk makes the slot unopenable. The name
    /// is the real one, also where the slot holds its hash, so that hiding names needs nobody's passphrase.
    private String[] identity(Slot slot, String user) {
        var identity = new ArrayList<>(List.of(
                PURPOSE, vaultId, slot.id(), user, slot.created().toString(), slot.kind()));
        if (slot.kdf() instanceof Slot.Kdf.Passphrase(var cost, var salt, var keyFile)) {
            identity.addAll(List.of(
                    Integer.toString(cost.memoryKib()),
                    Integer.toString(cost.iterations()),
                    Integer.toString(cost.lanes()),
                    salt.hex(),
                    Boolean.toString(keyFile)));
        }
        return identity.toArray(String[]::new);
    }
}
