package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.FreshMaterial;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.rotation.Succession;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The automatic rotation of one key (CloudTrail: service event RotateKey).
public final class RotateKey implements ScheduledWork<RotateKey.Request, RotateKey.Response> {
    private final MaterialWrapping materials;

    public RotateKey(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(@Required String keyId) implements KeyRequest<Response> {}

    public record Response(String keyId, String keyMaterialId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return EnumSet.of(KeyState.Enabled);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        if (!keys.getFirst().spec().isSymmetric()) {
            throw new KmsException(Fault.UnsupportedOperationException);
        }
        Require.notReplica(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        FreshMaterial fresh = materials.generate(key.arn(), key.spec());
        return Prepared.change(work -> rotate(work, KeyLookup.key(work, key.id()), fresh));
    }

    private static Response rotate(UnitOfWork work, Key key, FreshMaterial fresh) {
        Instant now = work.now();
        Instant due = key.rotation().next().filter(date -> !date.isAfter(now)).orElseThrow(() -> new KmsException(
                Fault.ConflictException, "The rotation of " + key.arn() + " is not due any more."));
        KeyMaterial material = fresh.rotatedIn(now, RotationType.AUTOMATIC);
        Succession.begin(work, key, material, following(key.rotation(), due, now));
        return new Response(key.arn().toString(), material.id());
    }

    /// Keeps to the calendar, except after a rest so long that the next date has passed too: missed rotations are made
    /// up for by one.
    private static Rotation following(Rotation rotation, Instant due, Instant now) {
        Instant next = due.plus(rotation.periodInDays(), ChronoUnit.DAYS);
        return new Rotation(
                Optional.of(next.isAfter(now) ? next : now.plus(rotation.periodInDays(), ChronoUnit.DAYS)),
                rotation.periodInDays(),
                rotation.onDemandCount());
    }
}
