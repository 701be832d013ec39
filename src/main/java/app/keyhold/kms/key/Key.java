package app.keyhold.kms.key;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A key as it stands: everything authorization, state checks and cryptography need, in one immutable value.
///
/// @param deletionDate set while its deletion is pending
/// @param materials oldest first; the last one is current
/// @param policy the key policy's JSON text
/// @param tags in the order they were first set
/// @param changedBy number of the audit row that wrote it
public record Key(
        KeyArn arn,
        KeySpec spec,
        KeyUsage usage,
        KeyOrigin origin,
        KeyManager manager,
        Instant created,
        KeyState state,
        String description,
        Optional<Instant> deletionDate,
        Rotation rotation,
        String policy,
        List<Tag> tags,
        List<KeyMaterial> materials,
        long changedBy) {
    public Key {
        tags = List.copyOf(tags);
        materials = List.copyOf(materials);
    }

    public String id() {
        return arn.keyId();
    }

    public KeyMaterial currentMaterial() {
        return materials.getLast();
    }

    public Optional<KeyMaterial> material(String materialId) {
        return materials.stream().filter(one -> one.id().equals(materialId)).findFirst();
    }

    public boolean isServiceManaged() {
        return manager == KeyManager.AWS;
    }

    public Key withState(KeyState now) {
        return new Key(
                arn, spec, usage, origin, manager, created, now, description, deletionDate, rotation, policy, tags,
                materials, changedBy);
    }

    public Key withDescription(String now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, now, deletionDate, rotation, policy, tags,
                materials, changedBy);
    }

    public Key withDeletionDate(Optional<Instant> now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, now, rotation, policy, tags,
                materials, changedBy);
    }

    public Key withRotation(Rotation now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, now, policy, tags,
                materials, changedBy);
    }

    public Key withPolicy(String now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, rotation, now, tags,
                materials, changedBy);
    }

    public Key withTags(List<Tag> now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, rotation, policy,
                now, materials, changedBy);
    }

    public Key withMaterials(List<KeyMaterial> now) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, rotation, policy,
                tags, now, changedBy);
    }

    public Key withChangedBy(long row) {
        return new Key(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, rotation, policy,
                tags, materials, row);
    }
}
