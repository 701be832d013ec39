package app.keyhold.kms.keystore;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import java.util.List;
import java.util.Optional;

/// The custom key stores of a Region, as a view reads them, and the tokens they may stand on.
public interface KeyStores {
    Optional<CustomKeyStore> find(String id);

    /// In order of id.
    List<CustomKeyStore> all();

    /// Whether any key, in whatever state, is in that store.
    boolean holdKeysOf(String storeId);

    /// The key of that store that has this external key.
    Optional<String> keyBehind(String storeId, String xksKeyId);

    Optional<ConfiguredToken> token(String clusterId);

    /// In order of cluster id.
    List<ConfiguredToken> tokens();

    /// The key as it is to be treated: while its key store is not connected it is unavailable, whether it is enabled or
    /// not, and afterwards it is what it was before. One that is being deleted stays so.
    default Key asReachable(Key key) {
        boolean hidden = key.customKeyStoreId().isPresent()
                && (key.state() == KeyState.Enabled || key.state() == KeyState.Disabled)
                && key.customKeyStoreId()
                        .flatMap(this::find)
                        .filter(CustomKeyStore::isConnected)
                        .isEmpty();
        return hidden ? key.withState(KeyState.Unavailable) : key;
    }
}
