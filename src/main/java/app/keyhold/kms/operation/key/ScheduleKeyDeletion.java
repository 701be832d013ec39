package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Starts the window after whose end the key, its material and its aliases are gone for good.
public final class ScheduleKeyDeletion implements Operation<ScheduleKeyDeletion.Request, ScheduleKeyDeletion.Response> {
    private static final int MIN_WINDOW = 7;
    private static final int DEFAULT_WINDOW = 30;

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Range(min = 1, max = 365) Optional<Integer> pendingWindowInDays)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }

        public static Request of(String keyId, int pendingWindowInDays) {
            return new Request(keyId, Optional.of(pendingWindowInDays));
        }
    }

    public record Response(
            Instant deletionDate,
            String keyId,
            KeyState keyState,
            Integer pendingWindowInDays) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        request.pendingWindowInDays().ifPresent(ScheduleKeyDeletion::requireWindow);
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.DELETABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        int days = request.pendingWindowInDays().orElse(DEFAULT_WINDOW);
        return Prepared.change(work -> {
            Instant end = work.now().plus(days, ChronoUnit.DAYS);
            Key key = KeyLookup.key(work, keys.getFirst().id())
                    .withState(KeyState.PendingDeletion)
                    .withDeletionDate(Optional.of(end));
            work.put(key);
            return new Response(end, key.arn().toString(), key.state(), days);
        });
    }

    /// The request's shape lets 1 to 365 pass.
    private static void requireWindow(int days) {
        Require.inRange("pendingWindowInDays", days, MIN_WINDOW, DEFAULT_WINDOW);
    }
}
