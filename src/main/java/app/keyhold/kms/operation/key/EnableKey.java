package app.keyhold.kms.operation.key;

import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Lets a disabled key be used again.
public final class EnableKey implements KeySwitch<EnableKey.Request, EnableKey.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KeyRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return KeySwitch.turn(keys.getFirst(), KeyState.Enabled, new Response());
    }
}
