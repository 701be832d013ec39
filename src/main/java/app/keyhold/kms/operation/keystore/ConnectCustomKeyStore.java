package app.keyhold.kms.operation.keystore;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Connects a custom key store. As in the service, an attempt that fails is no refusal: the answer is the same, and
/// DescribeCustomKeyStores tells state and reason. Unlike there, the attempt is over when the answer comes.
public final class ConnectCustomKeyStore
        implements StoreChange<ConnectCustomKeyStore.Request, ConnectCustomKeyStore.Response> {
    private final KeyStoreConnections connections;

    public ConnectCustomKeyStore(KeyStoreConnections connections) {
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
        CustomKeyStore before = StoreLookup.store(view, request.customKeyStoreId());
        requireConnectable(before);
        Optional<ConnectionErrorCode> error = connections.connect(view, before);
        return Prepared.change(work -> {
            CustomKeyStore now = StoreLookup.store(work, before.id());
            requireConnectable(now);
            if (!now.backing().equals(before.backing())) {
                throw StoreLookup.invalidState(now, "It was changed meanwhile. Look at it and try again.");
            }
            work.put(error.map(now::failed).orElseGet(now::connected));
            return new Response();
        });
    }

    private static void requireConnectable(CustomKeyStore store) {
        if (store.state() == ConnectionState.FAILED || store.state() == ConnectionState.DISCONNECTING) {
            throw StoreLookup.invalidState(
                    store, "Disconnect it with DisconnectCustomKeyStore, correct what is wrong, and connect it again.");
        }
    }
}
