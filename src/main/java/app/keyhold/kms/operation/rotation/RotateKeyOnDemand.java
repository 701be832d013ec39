package app.keyhold.kms.operation.rotation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.FreshMaterial;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Gives a key new material at once, whether it rotates by itself or not; the automatic schedule stays as it is.
public final class RotateKeyOnDemand implements Operation<RotateKeyOnDemand.Request, RotateKeyOnDemand.Response> {
    private static final Duration TOO_CLOSE = Duration.ofMinutes(20);

    private final MaterialWrapping materials;
    private final Peers peers;

    public RotateKeyOnDemand(MaterialWrapping materials, Peers peers) {
        this.materials = materials;
        this.peers = peers;
    }

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {}

    public record Response(
            String keyId) {}

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
        return List.of(KeyLookup.key(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(KeyState.Enabled);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key before = keys.getFirst();
        // Here and not with the other questions of fit: for this operation the service answers the state first.
        Require.symmetric(before);
        Require.notInKeyStore(before);
        Require.notReplica(before);
        requireRotationLeft(before);
        if (before.origin() == KeyOrigin.EXTERNAL) {
            requireImportedEverywhere(
                    before,
                    importedInWaiting(before, before.pending().map(KeyMaterial::created).orElse(Instant.EPOCH)));
        }
        Optional<FreshMaterial> fresh = before.origin() == KeyOrigin.EXTERNAL
                ? Optional.empty()
                : Optional.of(materials.generate(before.arn(), before.spec()));
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, before.id());
            requireRotationLeft(key);
            requireNoneDue(key, work.now());
            KeyMaterial next = fresh.map(material -> material.rotatedIn(work.now(), RotationType.ON_DEMAND))
                    .orElseGet(() -> importedInWaiting(key, work.now()));
            Rotation rotation = key.rotation();
            Succession.begin(
                    work,
                    key,
                    next,
                    new Rotation(rotation.next(), rotation.periodInDays(), rotation.onDemandCount() + 1));
            return new Response(key.arn().toString());
        });
    }

    private static KeyMaterial importedInWaiting(Key key, Instant now) {
        return key.pending()
                .filter(material -> material.isUsableAt(now))
                .map(material -> material.rotatedIn(now, RotationType.ON_DEMAND))
                .orElseThrow(() -> new KmsException(
                        Fault.KMSInvalidStateException,
                        "No available key material pending rotation for the key: " + key.arn() + "."));
    }

    private void requireImportedEverywhere(Key key, KeyMaterial waiting) {
        if (!Relatives.holdIn(peers, key, waiting)) {
            throw new KmsException(
                    Fault.KMSInvalidStateException,
                    "The key material " + waiting.id() + " of " + key.arn()
                            + " has to be imported into all of its replica keys before it can be rotated in.");
        }
    }

    private static void requireRotationLeft(Key key) {
        if (key.rotation().onDemandCount() >= Rotation.MAX_ON_DEMAND) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    "The on-demand rotations limit has been reached for the given keyId. "
                            + "No more on-demand rotations can be performed for this key: " + key.arn());
        }
    }

    private static void requireNoneDue(Key key, Instant now) {
        if (Relatives.isRotating(key)) {
            throw new KmsException(
                    Fault.ConflictException,
                    "A rotation of " + key.arn() + " is in progress: its replicas are taking the new material over.");
        }
        if (key.rotation().next().filter(next -> next.isBefore(now.plus(TOO_CLOSE))).isPresent()) {
            throw new KmsException(
                    Fault.ConflictException,
                    "An automatic rotation of " + key.arn() + " is due within 20 minutes. Try again after it.");
        }
    }
}
