package app.keyhold.kms.operation.imported;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Substance;
import java.util.Optional;

/// What becomes of a key when one of its imported materials goes, by hand or because it expired.
public final class Absence {
    private Absence() {}

    /// Material in force leaves its id behind, so that only the same can come back, and the key waits for it. Material
    /// that waits for a rotation goes altogether, and others can take its place.
    public static Key of(Key key, String materialId) {
        if (key.pending().filter(waiting -> waiting.id().equals(materialId)).isPresent()) {
            return key.withPending(Optional.empty());
        }
        Key without = key.withMaterials(key.materials().stream()
                .map(material -> material.id().equals(materialId) ? gone(material) : material)
                .toList());
        return key.state() == KeyState.Enabled || key.state() == KeyState.Disabled
                ? without.withState(KeyState.PendingImport)
                : without;
    }

    private static KeyMaterial gone(KeyMaterial material) {
        return material.withSubstance(new Substance.Absent());
    }
}
