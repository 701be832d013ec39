package app.keyhold.kms.operation.keystore;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Forgets where a token is found; the token itself is not touched. A key store on it stays, disconnected, until the token
/// is added again, as it is on another computer where the library lies elsewhere.
public final class RemoveToken implements TokenChange<RemoveToken.Request, RemoveToken.Response> {
    public record Request(@Required @Length(min = 1, max = 64) String clusterId) implements KmsRequest<Response> {}

    public record Response(String clusterId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        requireUnused(view, request.clusterId());
        return Prepared.change(work -> {
            ConfiguredToken token = requireUnused(work, request.clusterId());
            work.remove(token);
            return new Response(token.clusterId());
        });
    }

    private static ConfiguredToken requireUnused(View view, String clusterId) {
        ConfiguredToken token = view.keyStores().token(clusterId).orElseThrow(() -> new KmsException(
                Fault.NotFoundException, "There is no token by the name " + clusterId + "."));
        view.keyStores().all().stream()
                .filter(store -> store.clusterId().filter(clusterId::equals).isPresent())
                .filter(store -> store.state() != ConnectionState.DISCONNECTED)
                .findFirst()
                .ifPresent(store -> {
                    throw StoreLookup.invalidState(store, "Disconnect it before its token is removed.");
                });
        return token;
    }
}
