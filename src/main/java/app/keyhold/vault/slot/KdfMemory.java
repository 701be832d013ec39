package app.keyhold.vault.slot;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.util.Optional;

/// Argon2id with its two refusals kept apart: numbers nobody chose, and numbers this machine cannot carry.
public final class KdfMemory {
    private KdfMemory() {}

    static SecretBytes derive(SecretBytes text, Blob salt, Optional<SecretBytes> keyFile, Argon2id.Cost cost) {
        return derive(text, salt, keyFile, cost, Runtime.getRuntime().maxMemory());
    }

    static SecretBytes derive(
            SecretBytes text, Blob salt, Optional<SecretBytes> keyFile, Argon2id.Cost cost, long memory) {
        requireBounded(cost);
        if (cost.memoryKib() * 1024L > memory) {
            throw notEnough(cost);
        }
        try {
            return Argon2id.derive(text, salt.toByteArray(), keyFile, cost, SlotKeys.KEY_BYTES);
        } catch (OutOfMemoryError full) {
            throw notEnough(cost);
        }
    }

    /// @throws VaultException DAMAGED
    public static void requireBounded(Argon2id.Cost cost) {
        if (!cost.isBounded()) {
            throw new VaultException(
                    VaultException.Kind.DAMAGED,
                    "A keyslot asks for %d KiB, %d passes and %d lanes, which no Keyhold ever wrote."
                            .formatted(cost.memoryKib(), cost.iterations(), cost.lanes()),
                    "Put vault.json back from a backup; the databases are untouched.");
        }
    }

    private static VaultException notEnough(Argon2id.Cost cost) {
        return new VaultException(
                VaultException.Kind.NOT_ENOUGH_MEMORY,
                "Unlocking needs %d MiB of memory, more than this program may use here; nothing was changed."
                        .formatted(cost.memoryKib() / 1024),
                "Close other programs, or give Keyhold more memory (JAVA_TOOL_OPTIONS=-Xmx%dm)."
                        .formatted(cost.memoryKib() / 1024 + 256));
    }
}
