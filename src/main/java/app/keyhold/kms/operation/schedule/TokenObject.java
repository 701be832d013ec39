package app.keyhold.kms.operation.schedule;

import app.keyhold.crypto.token.TokenException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStoreConnections;
import java.util.Optional;

/// What a deleted key leaves in a token until it is removed there too.
record TokenObject(CustomKeyStore store, Backing.Token backing, String label) {
    /// Empty for a key whose secret is not in a token.
    static Optional<TokenObject> of(View view, Key key) {
        if (key.materials().isEmpty() || !(key.currentMaterial().substance() instanceof Substance.InToken inToken)) {
            return Optional.empty();
        }
        return key.customKeyStoreId()
                .flatMap(id -> view.keyStores().find(id))
                .flatMap(store -> store.backing() instanceof Backing.Token backing
                        ? Optional.of(new TokenObject(store, backing, inToken.label()))
                        : Optional.empty());
    }

    /// Logs in where need be, so that removing takes no longer than the token takes.
    boolean isReachable(KeyStoreConnections stores, View view) {
        try {
            return store.isConnected() && stores.onToken(view, store, backing, token -> true);
        } catch (TokenException unreachable) {
            return false;
        }
    }

    /// Whether it is gone for sure.
    boolean remove(KeyStoreConnections stores, View view) {
        try {
            return stores.onToken(view, store, backing, token -> {
                token.deleteKey(label);
                return true;
            });
        } catch (TokenException unreachable) {
            return false;
        }
    }

    String name() {
        return label + " in the token " + backing.clusterId();
    }
}
