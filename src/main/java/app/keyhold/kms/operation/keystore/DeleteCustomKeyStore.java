package app.keyhold.kms.operation.keystore;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Removes a disconnected custom key store that holds no keys. What it stood on stays as it is.
public final class DeleteCustomKeyStore
        implements StoreChange<DeleteCustomKeyStore.Request, DeleteCustomKeyStore.Response> {
    private final KeyStoreConnections connections;

    public DeleteCustomKeyStore(KeyStoreConnections connections) {
        this.connections = connections;
    }

    public record Request(@Required @Length(min = 1, max = 64) String customKeyStoreId)
            implements KmsRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        requireRemovable(view, request.customKeyStoreId());
        return Prepared.change(work -> {
            CustomKeyStore store = requireRemovable(work, request.customKeyStoreId());
            work.remove(store);
            connections.disconnect(store.id());
            return new Response();
        });
    }

    private static CustomKeyStore requireRemovable(View view, String id) {
        CustomKeyStore store = StoreLookup.store(view, id);
        if (store.state() != ConnectionState.DISCONNECTED) {
            throw StoreLookup.invalidState(store, "Disconnect it with DisconnectCustomKeyStore before deleting it.");
        }
        if (view.keyStores().holdKeysOf(id)) {
            throw new KmsException(
                    Fault.CustomKeyStoreHasCMKsException,
                    "The custom key store " + id + " contains KMS keys. Schedule their deletion, and delete the key store "
                            + "when they are gone.");
        }
        return store;
    }
}
