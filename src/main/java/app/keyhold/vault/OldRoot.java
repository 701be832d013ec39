package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;

/// The old root key, wrapped under the new one while a rekey is under way.
public final class OldRoot {
    private OldRoot() {}

    public static Blob wrap(KeyTable next, KeyTable old) {
        return KeyWrap.wrap(next.key(KeyTable.Purpose.OLD_ROOT), old.root(), identity(next.vaultId()));
    }

    static String[] identity(String vaultId) {
        return new String[] {"wrap/old-root", vaultId};
    }
}
