package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.imported.Absence;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.function.Function;

/// The end of one imported material's time (CloudTrail: service event DeleteExpiredKeyMaterial). It was of no use from
/// that moment; now it goes.
public final class DeleteExpiredKeyMaterial
        implements ScheduledWork<DeleteExpiredKeyMaterial.Request, DeleteExpiredKeyMaterial.Response> {
    private final MaterialWrapping materials;
    private final Function<View, List<String>> copies;

    /// @param copies the known backups of the vault, from which a material is not removed
    public DeleteExpiredKeyMaterial(MaterialWrapping materials, Function<View, List<String>> copies) {
        this.materials = materials;
        this.copies = copies;
    }

    public record Request(@Required String keyId, @Required String keyMaterialId) implements KeyRequest<Response> {}

    /// @param stillHolding backups that hold the material, or may
    public record Response(String keyId, String keyMaterialId, List<String> stillHolding) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public boolean removesMaterial() {
        return true;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        List<String> stillHolding = copies.apply(view);
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, keys.getFirst().id());
            KeyMaterial material = key.material(request.keyMaterialId())
                    .filter(found -> !found.isAbsent() && !found.isUsableAt(work.now()))
                    .orElseThrow(() -> new KmsException(
                            Fault.ConflictException,
                            "Material " + request.keyMaterialId() + " of " + key.arn() + " has not expired."));
            Key without = Absence.of(key, material.id());
            work.put(without);
            if (!without.pending().equals(key.pending())) {
                Relatives.tell(work, without);
            }
            materials.forget(key);
            return new Response(key.arn().toString(), material.id(), stillHolding);
        });
    }
}
