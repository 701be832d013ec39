package app.keyhold.vault.operation;

import app.keyhold.crypto.Argon2id;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.slot.Slot;
import java.util.Comparator;

/// What a guess costs in this vault: new slots are as dear as its dearest.
final class VaultCost {
    private static final Argon2id.Cost FLOOR = new Argon2id.Cost(64 * 1024, 3, 1);

    private VaultCost() {}

    static Argon2id.Cost of(Header header) {
        return header.slots().stream()
                .map(Slot::kdf)
                .filter(Slot.Kdf.Passphrase.class::isInstance)
                .map(kdf -> ((Slot.Kdf.Passphrase) kdf).cost())
                .max(Comparator.comparingInt(Argon2id.Cost::memoryKib))
                .orElse(FLOOR);
    }
}
