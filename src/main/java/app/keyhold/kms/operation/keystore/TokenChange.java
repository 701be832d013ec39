package app.keyhold.kms.operation.keystore;

import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.Key;
import java.util.List;

/// What the operations on tokens have in common: they are Keyhold's own. Naming a library means having it loaded, so the
/// permission is one to run code.
interface TokenChange<Q extends KmsRequest<R>, R> extends StoreChange<Q, R> {
    @Override
    default String eventSource() {
        return "keyhold.app";
    }

    @Override
    default List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.IamOnly("keyhold:" + name()));
    }
}
