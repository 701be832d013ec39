package app.keyhold.vault.operation;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.RecoverySheet;
import app.keyhold.vault.slot.RecoveryWords;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotKeys;
import app.keyhold.vault.slot.SlotSecret;
import java.time.Instant;
import java.time.ZoneOffset;

/// A recovery sheet and the slot its words open.
record FreshSheet(Slot slot, RecoverySheet sheet) {
    /// HKDF needs no cost; the slot's maker asks for one all the same.
    private static final Argon2id.Cost UNUSED = new Argon2id.Cost(Argon2id.Cost.MIN_MEMORY_KIB, 1, 1);

    static FreshSheet make(String vaultId, String user, String auditKeyFingerprint, SecretBytes root, Instant now) {
        var slotId = Randomness.uuid().toString();
        try (var secret = new SlotSecret.Recovery(RecoveryWords.newEntropy())) {
            var slot = new SlotKeys(vaultId).wrap(slotId, user, secret, UNUSED, root, now);
            var date = now.atZone(ZoneOffset.UTC).toLocalDate();
            return new FreshSheet(
                    slot,
                    new RecoverySheet(
                            vaultId, slotId, user, date, auditKeyFingerprint, RecoveryWords.spell(secret.entropy())));
        }
    }
}
