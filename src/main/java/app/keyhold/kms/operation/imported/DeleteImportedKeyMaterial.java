package app.keyhold.kms.operation.imported;

import static app.keyhold.kms.key.KeyState.Disabled;
import static app.keyhold.kms.key.KeyState.Enabled;
import static app.keyhold.kms.key.KeyState.PendingDeletion;
import static app.keyhold.kms.key.KeyState.PendingImport;
import static app.keyhold.kms.key.KeyState.PendingReplicaDeletion;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.operation.KeyChange;
import app.keyhold.kms.operation.KeyRequest;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.operation.region.Relatives;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes imported material away, at once and for good as far as this vault goes: the current one unless another is
/// named. The key cannot be used until the same material is imported again.
public final class DeleteImportedKeyMaterial
        implements KeyChange<DeleteImportedKeyMaterial.Request, DeleteImportedKeyMaterial.Response> {
    private final MaterialWrapping materials;

    public DeleteImportedKeyMaterial(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(
            @Required @Length(min = 1, max = 2048) String keyId,
            @Length(min = 64, max = 64) @Matches("^[a-f0-9]+$") Optional<String> keyMaterialId)
            implements KeyRequest<Response> {
        public static Request of(String keyId) {
            return new Request(keyId, Optional.empty());
        }
    }

    /// @param keyMaterialId of a symmetric key, if it has any
    public record Response(
            String keyId,
            Optional<String> keyMaterialId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return Set.of(Enabled, Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        KeyChange.super.requireFit(request, keys);
        Require.origin(keys.getFirst(), KeyOrigin.EXTERNAL);
    }

    @Override
    public boolean removesMaterial() {
        return true;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key before = keys.getFirst();
        request.keyMaterialId().ifPresent(id -> requireKnown(before, id));
        return Prepared.change(work -> {
            Key key = KeyLookup.key(work, before.id());
            Optional<String> which = request.keyMaterialId().or(() -> current(key));
            which.ifPresent(id -> {
                Key without = Absence.of(key, id);
                work.put(without);
                if (!without.pending().equals(key.pending())) {
                    Relatives.tell(work, without);
                }
                materials.forget(key);
            });
            return new Response(key.arn().toString(), which.filter(_ -> key.spec().isSymmetric()));
        });
    }

    private static Optional<String> current(Key key) {
        return key.materials().isEmpty()
                ? Optional.empty()
                : Optional.of(key.currentMaterial()).map(KeyMaterial::id);
    }

    private static void requireKnown(Key key, String materialId) {
        if (key.material(materialId).isEmpty()) {
            throw new KmsException(
                    Fault.NotFoundException, "Key material " + materialId + " is not one of " + key.arn() + ".");
        }
    }
}
