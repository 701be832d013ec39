package app.keyhold.kms.key;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A key as it stands: everything authorization, state checks and cryptography need, in one immutable value.
///
/// @param deletionDate set while its deletion is pending
/// @param materials those in force, now or earlier, oldest first; the last one is current. Empty before the first
///     import
/// @param pending material that was imported and waits for a rotation to come into force
/// @param policy the key policy's JSON text
/// @param tags in the order they were first set
/// @param customKeyStoreId of a key whose material is in a custom key store
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
        Optional<KeyMaterial> pending,
        Optional<MultiRegion> multiRegion,
        Optional<String> customKeyStoreId,
        long changedBy) {
    public Key {
        tags = List.copyOf(tags);
        materials = List.copyOf(materials);
    }

    /// A key of one Region, whose materials are all in force and in this vault.
    public Key(
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
        this(
                arn, spec, usage, origin, manager, created, state, description, deletionDate, rotation, policy, tags,
                materials, Optional.empty(), Optional.empty(), Optional.empty(), changedBy);
    }

    public String id() {
        return arn.keyId();
    }

    /// @throws java.util.NoSuchElementException if nothing was imported yet; the key's state tells
    public KeyMaterial currentMaterial() {
        return materials.getLast();
    }

    /// Those in force and the one that waits.
    public List<KeyMaterial> allMaterials() {
        if (pending.isEmpty()) {
            return materials;
        }
        List<KeyMaterial> all = new ArrayList<>(materials);
        all.add(pending.get());
        return all;
    }

    public Optional<KeyMaterial> material(String materialId) {
        return allMaterials().stream().filter(one -> one.id().equals(materialId)).findFirst();
    }

    public boolean isServiceManaged() {
        return manager == KeyManager.AWS;
    }

    /// When the first of its materials expires.
    public Optional<Instant> expires() {
        return allMaterials().stream()
                .flatMap(material -> material.expires().stream())
                .min(Comparator.naturalOrder());
    }

    /// The key as it is to be treated at `now`: expired material is of no use from the moment it expires, also while
    /// nobody has deleted it yet.
    public Key asOf(Instant now) {
        boolean waits = origin == KeyOrigin.EXTERNAL
                && (state == KeyState.Enabled || state == KeyState.Disabled)
                && (materials.isEmpty() || materials.stream().anyMatch(material -> !material.isUsableAt(now)));
        return waits ? withState(KeyState.PendingImport) : this;
    }

    public Key withState(KeyState now) {
        return with(draft -> draft.state = now);
    }

    public Key withDescription(String now) {
        return with(draft -> draft.description = now);
    }

    public Key withDeletionDate(Optional<Instant> now) {
        return with(draft -> draft.deletionDate = now);
    }

    public Key withRotation(Rotation now) {
        return with(draft -> draft.rotation = now);
    }

    public Key withPolicy(String now) {
        return with(draft -> draft.policy = now);
    }

    public Key withTags(List<Tag> now) {
        return with(draft -> draft.tags = now);
    }

    public Key withMaterials(List<KeyMaterial> now) {
        return with(draft -> draft.materials = now);
    }

    public Key withPending(Optional<KeyMaterial> now) {
        return with(draft -> draft.pending = now);
    }

    public Key withMultiRegion(Optional<MultiRegion> now) {
        return with(draft -> draft.multiRegion = now);
    }

    public Key withChangedBy(long row) {
        return with(draft -> draft.changedBy = row);
    }

    private Key with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return new Key(
                arn, spec, usage, origin, manager, created, draft.state, draft.description, draft.deletionDate,
                draft.rotation, draft.policy, draft.tags, draft.materials, draft.pending, draft.multiRegion,
                customKeyStoreId, draft.changedBy);
    }

    /// What can change in a key's life.
    private static final class Draft {
        KeyState state;
        String description;
        Optional<Instant> deletionDate;
        Rotation rotation;
        String policy;
        List<Tag> tags;
        List<KeyMaterial> materials;
        Optional<KeyMaterial> pending;
        Optional<MultiRegion> multiRegion;
        long changedBy;

        Draft(Key from) {
            state = from.state;
            description = from.description;
            deletionDate = from.deletionDate;
            rotation = from.rotation;
            policy = from.policy;
            tags = from.tags;
            materials = from.materials;
            pending = from.pending;
            multiRegion = from.multiRegion;
            changedBy = from.changedBy;
        }
    }
}
