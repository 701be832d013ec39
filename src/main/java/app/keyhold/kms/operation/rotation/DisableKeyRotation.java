package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns automatic rotation off. What was sealed under older materials still opens.
public final class DisableKeyRotation implements KeyChange<DisableKeyRotation.Request, DisableKeyRotation.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KeyRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        KeyChange.super.requireFit(request, keys);
        Require.symmetric(keys.getFirst());
        Require.origin(keys.getFirst(), KeyOrigin.AWS_KMS);
        Require.notReplica(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            Rotation rotation = key.rotation();
            Key changed = key.withRotation(
                    new Rotation(Optional.empty(), rotation.periodInDays(), rotation.onDemandCount()));
            work.put(changed);
            Relatives.tell(work, changed);
            return new Response();
        });
    }
}
