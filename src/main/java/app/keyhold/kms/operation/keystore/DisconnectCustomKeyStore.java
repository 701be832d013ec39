package app.keyhold.kms.operation.keystore;

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

/// Disconnects a custom key store: its keys are unavailable from then on, and are what they were once it is connected
/// again.
public final class DisconnectCustomKeyStore
        implements StoreChange<DisconnectCustomKeyStore.Request, DisconnectCustomKeyStore.Response> {
    private final KeyStoreConnections connections;

    public DisconnectCustomKeyStore(KeyStoreConnections connections) {
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
        requireConnected(StoreLookup.store(view, request.customKeyStoreId()));
        return Prepared.change(work -> {
            CustomKeyStore now = StoreLookup.store(work, request.customKeyStoreId());
            requireConnected(now);
            work.put(now.disconnected());
            connections.disconnect(now.id());
            return new Response();
        });
    }

    private static void requireConnected(CustomKeyStore store) {
        if (store.state() == ConnectionState.DISCONNECTED || store.state() == ConnectionState.DISCONNECTING) {
            throw StoreLookup.invalidState(store, "There is nothing to disconnect.");
        }
    }
}
