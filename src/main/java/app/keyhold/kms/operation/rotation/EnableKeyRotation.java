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
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns automatic rotation on, or changes its period; either way the next one is a whole period from now.
public final class EnableKeyRotation implements KeyChange<EnableKeyRotation.Request, EnableKeyRotation.Response> {
    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 90, max = 2560) Optional<Integer> rotationPeriodInDays)
            implements KeyRequest<Response> {
        /// Every 365 days.
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }

        /// @param rotationPeriodInDays 90 to 2560
        public static Request of(String keyId, int rotationPeriodInDays) {
            return new Request(keyId, Optional.of(rotationPeriodInDays));
        }
    }

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
        int days = request.rotationPeriodInDays().orElse(Rotation.DEFAULT_PERIOD);
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            Instant next = work.now().plus(days, ChronoUnit.DAYS);
            Key changed = key.withRotation(
                    new Rotation(Optional.of(next), days, key.rotation().onDemandCount()));
            work.put(changed);
            Relatives.tell(work, changed);
            return new Response();
        });
    }
}
