package app.keyhold.desktop.keys.create;

import app.keyhold.crypto.ForeignKey;
import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.operation.keystore.DescribeCustomKeyStores.CustomKeyStoresListEntry;
import java.util.Optional;

/// Where a new key's material comes from.
///
/// @param store empty unless it comes from one
public record Source(KeyOrigin origin, Optional<Store> store) {
    public static final Source HERE = new Source(KeyOrigin.AWS_KMS, Optional.empty());
    public static final Source IMPORT = new Source(KeyOrigin.EXTERNAL, Optional.empty());

    public record Store(String id, String name) {}

    static Source of(CustomKeyStoresListEntry store) {
        return new Source(
                store.customKeyStoreType() == CustomKeyStoreType.AWS_CLOUDHSM ? KeyOrigin.AWS_CLOUDHSM : KeyOrigin.EXTERNAL_KEY_STORE,
                Optional.of(new Store(store.customKeyStoreId(), store.customKeyStoreName())));
    }

    boolean fits(KeySpec spec) {
        return switch (origin) {
            case AWS_KMS -> true;
            case EXTERNAL -> ForeignKey.isPossible(spec);
            case AWS_CLOUDHSM, EXTERNAL_KEY_STORE -> spec.isSymmetric();
        };
    }

    boolean isInStore() {
        return store.isPresent();
    }

    /// The key behind the store's proxy has a name of its own.
    boolean needsExternalKey() {
        return origin == KeyOrigin.EXTERNAL_KEY_STORE;
    }
}
