package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Peers;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.operation.rotation.Succession;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// The second half of a multi-Region key's rotation: the new material comes into force once every replica in reach holds
/// it, so that nobody is given a ciphertext that its own Region can't open yet.
public final class CompleteKeyRotation
        implements ScheduledWork<CompleteKeyRotation.Request, CompleteKeyRotation.Response> {
    private final Peers peers;

    public CompleteKeyRotation(Peers peers) {
        this.peers = peers;
    }

    public record Request(@Required @Length(min = 1, max = 2048) String keyId) implements KeyRequest<Response> {}

    public record Response(String keyId, String keyMaterialId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String id = keys.getFirst().id();
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, id);
            KeyMaterial next = key.pending()
                    .filter(_ -> isDue(peers, key))
                    .orElseThrow(() -> new KmsException(
                            Fault.ConflictException, "No rotation of " + key.arn() + " waits to be completed."));
            Succession.complete(work, key, next);
            return new Response(key.arn().toString(), next.id());
        });
    }

    /// Whether a primary's new material waits for nothing any more.
    public static boolean isDue(Peers peers, Key key) {
        return Relatives.isRotating(key)
                && !Relatives.isReplica(key)
                && key.pending().filter(next -> Relatives.holdIn(peers, key, next)).isPresent();
    }
}
