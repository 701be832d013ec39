package app.keyhold.kms.operation.rotation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether and when a key rotates by itself. Keys that cannot, answer that they do not.
public final class GetKeyRotationStatus
        implements Operation<GetKeyRotationStatus.Request, GetKeyRotationStatus.Response> {
    private static final Set<KeyState> ROTATING = Set.copyOf(
            EnumSet.complementOf(EnumSet.of(KeyState.PendingImport, KeyState.Unavailable)));

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {}

    public record Response(
            String keyId,
            Boolean keyRotationEnabled,
            Optional<Instant> nextRotationDate,
            Optional<Instant> onDemandRotationStartDate,
            Optional<Integer> rotationPeriodInDays) {}

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
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return ROTATING;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.origin(keys.getFirst(), KeyOrigin.AWS_KMS);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Rotation rotation = key.rotation();
        return Prepared.answer(new Response(
                key.arn().toString(),
                rotation.isEnabled(),
                rotation.next(),
                key.pending()
                        .filter(next -> next.rotation().equals(Optional.of(RotationType.ON_DEMAND)))
                        .map(KeyMaterial::created),
                rotation.isEnabled() ? Optional.of(rotation.periodInDays()) : Optional.empty()));
    }
}
