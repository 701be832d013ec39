package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import javax.crypto.AEADBadTagException;

/// The old root key, wrapped under the new one while a rekey is under way or has not reached every Region.
public final class OldRoot {
    private OldRoot() {}

    public static Blob wrap(KeyTable next, KeyTable old) {
        return KeyWrap.wrap(next.key(KeyTable.Purpose.OLD_ROOT), old.root(), identity(next.vaultId()));
    }

    /// @param next which it was wrapped under
    /// @return to be closed by whoever receives it
    /// @throws VaultException DAMAGED
    static KeyTable unwrap(KeyTable next, Blob wrapped) {
        try {
            return new KeyTable(
                    KeyWrap.unwrap(next.key(KeyTable.Purpose.OLD_ROOT), wrapped, identity(next.vaultId())),
                    next.vaultId());
        } catch (AEADBadTagException damaged) {
            throw new VaultException(
                    VaultException.Kind.DAMAGED,
                    "The header's way back to an old root key is damaged; the databases are untouched.",
                    "Restore the newest verified backup into a new folder.",
                    damaged);
        }
    }

    private static String[] identity(String vaultId) {
        return new String[] {"wrap/old-root", vaultId};
    }
}
