package app.keyhold.kms.keystore;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import javax.crypto.AEADBadTagException;

/// The PINs of tokens and the secret access keys of proxies, at rest under the vault's `wrap/token-pin` key and bound to
/// the key store they open.
public final class KeyStoreSecrets {
    private static final String PURPOSE = "wrap/token-pin";

    private final SecretBytes wrappingKey;
    private final String vaultId;

    /// @param wrappingKey stays the caller's to wipe
    public KeyStoreSecrets(SecretBytes wrappingKey, String vaultId) {
        this.wrappingKey = wrappingKey;
        this.vaultId = vaultId;
    }

    public Blob wrap(String region, String storeId, SecretBytes secret) {
        return KeyWrap.wrap(wrappingKey, secret, PURPOSE, vaultId, region, storeId);
    }

    /// @throws StoreException DAMAGED
    public SecretBytes unwrap(String region, CustomKeyStore store) {
        try {
            return KeyWrap.unwrap(wrappingKey, store.backing().secret(), PURPOSE, vaultId, region, store.id());
        } catch (AEADBadTagException damaged) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "The password of the key store " + store.name() + " is damaged or was exchanged. Nothing was changed;"
                            + " check the vault, then give the password again with UpdateCustomKeyStore.",
                    damaged);
        }
    }

    /// The same store with its secret wrapped under this key.
    public CustomKeyStore moved(String region, CustomKeyStore store, KeyStoreSecrets from) {
        try (SecretBytes secret = from.unwrap(region, store)) {
            return store.withBacking(store.backing().withSecret(wrap(region, store.id(), secret)));
        }
    }

    public boolean opens(String region, CustomKeyStore store) {
        try (SecretBytes secret = unwrap(region, store)) {
            return secret.length() >= 0;
        } catch (StoreException otherKey) {
            return false;
        }
    }
}
