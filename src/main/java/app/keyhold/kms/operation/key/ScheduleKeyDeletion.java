package app.keyhold.kms.operation.key;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
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

/// Starts the window after whose end the key, its material and its aliases are gone for good. That of a primary key with
/// replicas begins when the last of them is gone.
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

    /// @param deletionDate empty while replicas have to go first
    public record Response(
            Optional<Instant> deletionDate,
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
            Key key = scheduled(KeyLookup.key(work, keys.getFirst().id()), days, work.now());
            work.put(key);
            return new Response(key.deletionDate(), key.arn().toString(), key.state(), days);
        });
    }

    private static Key scheduled(Key key, int days, Instant now) {
        Optional<MultiRegion> withReplicas = key.multiRegion()
                .filter(relatives -> relatives.isPrimary() && !relatives.replicaRegions().isEmpty());
        if (withReplicas.isPresent()) {
            return key.withState(KeyState.PendingReplicaDeletion)
                    .withMultiRegion(Optional.of(withReplicas.get().withDeletionWindow(Optional.of(days))));
        }
        return key.withState(KeyState.PendingDeletion)
                .withDeletionDate(Optional.of(now.plus(days, ChronoUnit.DAYS)));
    }

    /// The request's shape lets 1 to 365 pass.
    private static void requireWindow(int days) {
        Require.inRange("pendingWindowInDays", days, MIN_WINDOW, DEFAULT_WINDOW);
    }
}
