package app.keyhold.kms.operation.agreement;

import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import app.keyhold.kms.operation.Require;
import java.util.List;

/// What Encapsulate and Decapsulate demand of the key.
interface EncapsulationUse<Q extends EncapsulationUse.Asking<R>, R> extends KeyUse<Q, R> {
    interface Asking<R> extends KeyUse.Asking<R> {
        String encapsulationAlgorithm();

        default EncapsulationAlgorithm algorithm() {
            return EncapsulationAlgorithm.valueOf(encapsulationAlgorithm());
        }
    }

    @Override
    default void requireFit(Q request, List<Key> keys) {
        Require.usage(keys.getFirst(), KeyUsage.ENCAPSULATE_DECAPSULATE, name());
        Require.algorithm(
                keys.getFirst(), request.algorithm(), keys.getFirst().spec().encapsulationAlgorithms());
    }
}
