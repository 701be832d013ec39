package app.keyhold.kms.operation.keystore;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tokens that custom key stores may stand on, as they were when they were added.
public final class ListTokens implements TokenChange<ListTokens.Request, ListTokens.Response> {
    public record Request() implements KmsRequest<Response> {}

    public record Response(List<Token> tokens) {}

    /// @param customKeyStoreId of the key store that stands on it
    public record Token(
            String clusterId,
            String label,
            String serialNumber,
            String manufacturer,
            String model,
            String library,
            Map<String, String> environment,
            Optional<String> trustAnchorCertificate,
            Optional<String> customKeyStoreId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<CustomKeyStore> stores = view.keyStores().all();
        return Prepared.answer(new Response(view.keyStores().tokens().stream()
                .map(token -> entry(token, stores))
                .toList()));
    }

    private static Token entry(ConfiguredToken token, List<CustomKeyStore> stores) {
        return new Token(
                token.clusterId(),
                token.address().label(),
                token.address().serial(),
                token.manufacturer(),
                token.model(),
                token.address().library().file().toString(),
                token.address().library().environment(),
                token.trustAnchor(),
                stores.stream()
                        .filter(store -> store.clusterId().filter(token.clusterId()::equals).isPresent())
                        .map(CustomKeyStore::id)
                        .findFirst());
    }
}
