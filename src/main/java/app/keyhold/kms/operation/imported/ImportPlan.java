package app.keyhold.kms.operation.imported;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.ImportType;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where imported material goes: the first of its key, back to where it was, or in waiting for a rotation.
enum ImportPlan {
    FIRST,
    AGAIN,
    WAITING;

    /// @param materialId of what was imported
    /// @param named the id the request names, if it does
    /// @throws KmsException IncorrectKeyMaterialException, KMSInvalidStateException or UnsupportedOperationException
    static ImportPlan of(Key key, String materialId, Optional<ImportType> type, Optional<String> named) {
        boolean known = key.material(materialId).isPresent();
        ImportType wanted = type.orElse(
                key.allMaterials().isEmpty() ? ImportType.NEW_KEY_MATERIAL : ImportType.EXISTING_KEY_MATERIAL);
        if (named.filter(id -> !id.equals(materialId)).isPresent()) {
            throw incorrect(key);
        }
        if (known) {
            // Also where NEW was asked for: whoever lost the answer may send the same import again.
            return AGAIN;
        }
        if (wanted == ImportType.EXISTING_KEY_MATERIAL) {
            throw incorrect(key);
        }
        if (key.allMaterials().isEmpty()) {
            return FIRST;
        }
        if (!key.spec().isSymmetric()) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    key.arn() + " can only have one key material: NEW_KEY_MATERIAL is for symmetric encryption keys.");
        }
        // What is new comes in at the primary.
        Require.notReplica(key);
        key.pending().ifPresent(pending -> {
            throw new KmsException(
                    Fault.KMSInvalidStateException,
                    "New key material (id: %s) cannot be imported into KMS key %s, because another key material (id: %s) is pending rotation."
                            .formatted(materialId, key.arn(), pending.id()));
        });
        return WAITING;
    }

    /// The key with `material` in its place; enabled if it had been waiting for it.
    Key applied(Key key, KeyMaterial material) {
        Key placed =
                switch (this) {
                    case FIRST -> key.withMaterials(List.of(material));
                    case WAITING -> key.withPending(Optional.of(material));
                    case AGAIN -> replaced(key, material);
                };
        boolean complete = placed.materials().stream().noneMatch(KeyMaterial::isAbsent);
        return key.state() == KeyState.PendingImport && complete ? placed.withState(KeyState.Enabled) : placed;
    }

    /// What is known of its place stays: when it came into force, and by which rotation.
    private static Key replaced(Key key, KeyMaterial material) {
        if (key.pending().filter(pending -> pending.id().equals(material.id())).isPresent()) {
            return key.withPending(Optional.of(material));
        }
        List<KeyMaterial> all = new ArrayList<>();
        for (KeyMaterial old : key.materials()) {
            all.add(old.id().equals(material.id()) ? inPlaceOf(old, material) : old);
        }
        return key.withMaterials(all);
    }

    private static KeyMaterial inPlaceOf(KeyMaterial old, KeyMaterial material) {
        return new KeyMaterial(
                old.id(), material.substance(), old.publicKey(), old.created(), old.rotation(), material.imported());
    }

    private static KmsException incorrect(Key key) {
        return new KmsException(
                Fault.IncorrectKeyMaterialException,
                "The key material is not the same that was imported into " + key.arn() + " before.");
    }
}
