package app.keyhold.kms.operation.rotation;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.operation.region.Relatives;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How one material follows another. New material of a key with replicas waits until they hold it.
public final class Succession {
    private Succession() {}

    /// @param next rotated in
    public static void begin(UnitOfWork work, Key key, KeyMaterial next, Rotation rotation) {
        if (key.origin() == KeyOrigin.AWS_KMS && Relatives.hasReplicas(key)) {
            Key waiting = key.withPending(Optional.of(next)).withRotation(rotation);
            work.put(waiting);
            Relatives.tell(work, waiting);
        } else {
            putInForce(work, key.withRotation(rotation), next);
        }
    }

    /// @param next which has waited
    public static void complete(UnitOfWork work, Key key, KeyMaterial next) {
        putInForce(work, key, next.rotatedIn(work.now(), next.rotation().orElse(RotationType.ON_DEMAND)));
    }

    private static void putInForce(UnitOfWork work, Key key, KeyMaterial next) {
        List<KeyMaterial> all = new ArrayList<>(key.materials());
        all.add(next);
        Key rotated = key.withMaterials(all).withPending(Optional.empty());
        work.put(rotated);
        Relatives.tell(work, rotated);
    }
}
