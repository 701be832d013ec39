package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.token.TokenException;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.keystore.CustomKeyStore;

/// Finds the custom key store a request names, and demands that it is of use.
public final class StoreLookup {
    private StoreLookup() {}

    /// @throws KmsException CustomKeyStoreNotFoundException
    public static CustomKeyStore store(View view, String id) {
        return view.keyStores().find(id).orElseThrow(() -> notFound(id));
    }

    static KmsException notFound(String idOrName) {
        return new KmsException(
                Fault.CustomKeyStoreNotFoundException, "The custom key store " + idOrName + " does not exist.");
    }

    /// @throws KmsException CustomKeyStoreInvalidStateException
    public static void requireConnected(CustomKeyStore store) {
        if (!store.isConnected()) {
            throw invalidState(store, "Connect it with ConnectCustomKeyStore and try again.");
        }
    }

    static KmsException invalidState(CustomKeyStore store, String nextStep) {
        return new KmsException(
                Fault.CustomKeyStoreInvalidStateException,
                "The custom key store " + store.id() + " is " + store.state() + ". " + nextStep);
    }

    /// A store may be connected and its token out of reach.
    public static KmsException refusal(CustomKeyStore store, TokenException failure) {
        Fault fault =
                switch (failure.reason()) {
                    case TIMED_OUT -> Fault.DependencyTimeoutException;
                    case UNFIT -> Fault.CloudHsmClusterInvalidConfigurationException;
                    case LIBRARY, NOT_PRESENT, WRONG_PIN, PIN_LOCKED, PIN_NOT_SET, LOGGED_IN_ELSEWHERE, KEY_MISSING,
                            LABEL_TAKEN, FAILED -> Fault.CustomKeyStoreInvalidStateException;
                };
        return new KmsException(
                fault, "The token of the custom key store " + store.id() + " could not do it: " + failure.getMessage(), failure);
    }
}
