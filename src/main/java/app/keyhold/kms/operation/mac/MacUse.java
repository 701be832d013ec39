package app.keyhold.kms.operation.mac;

import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import app.keyhold.kms.operation.Require;
import java.util.List;

/// What GenerateMac and VerifyMac demand of the key.
interface MacUse<Q extends MacUse.Asking<R>, R> extends KeyUse<Q, R> {
    interface Asking<R> extends KeyUse.Asking<R> {
        String macAlgorithm();

        default MacAlgorithm algorithm() {
            return MacAlgorithm.valueOf(macAlgorithm());
        }
    }

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Require.usage(keys.getFirst(), KeyUsage.GENERATE_VERIFY_MAC, name());
        Require.algorithm(keys.getFirst(), request.algorithm(), keys.getFirst().spec().macAlgorithms());
    }
}
