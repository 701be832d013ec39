package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// What a key is and in which state.
public final class DescribeKey implements Operation<DescribeKey.Request, DescribeKey.Response> {
    private final KeyStoreConnections stores;

    public DescribeKey(KeyStoreConnections stores) {
        this.stores = stores;
    }

    public record Request(
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response>, WithGrantTokens {
        public static Request of(String keyId) {
            return new Request(List.of(), keyId);
        }
    }

    public record Response(
            KeyMetadata keyMetadata) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(KeyMetadata.of(asFound(view, keys.getFirst()), view.keyStores())));
    }

    /// A token is asked whether it is there: a key store may be connected and its token taken out.
    private Key asFound(View view, Key key) {
        boolean gone = (key.state() == KeyState.Enabled || key.state() == KeyState.Disabled)
                && key.currentMaterial().substance() instanceof Substance.InToken inToken
                && !stores.isAtHand(view, key, inToken.label());
        return gone ? key.withState(KeyState.Unavailable) : key;
    }
}
