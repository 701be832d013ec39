package app.keyhold.kms.operation.region;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.MultiRegion;
import app.keyhold.kms.key.Substance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Two relatives, one here and one in another Region, and what they share: which of them is the primary, the rotation,
/// and every material that Keyhold made, so that each opens what the other sealed. Imported material is not carried over:
/// whoever has it imports it in each Region (developer guide, "Importing key material into multi-Region keys").
///
/// The relative that [MultiRegion#outranks] the other says what is current. What the other alone has is kept behind it.
final class Family {
    private final Key there;
    private final Map<String, KeyMaterial> carriedOver;

    private Family(Key there, Map<String, KeyMaterial> carriedOver) {
        this.there = there;
        this.carriedOver = carriedOver;
    }

    /// @param from of the Region of `there`
    /// @param to of the Region of `here`
    static Family of(Key here, Key there, MaterialWrapping from, MaterialWrapping to) {
        Map<String, KeyMaterial> carriedOver = new HashMap<>();
        there.allMaterials().stream()
                .filter(material -> here.material(material.id()).isEmpty())
                .forEach(material -> carriedOver.put(
                        material.id(),
                        isCarried(there, material)
                                ? from.with(
                                        there,
                                        material,
                                        secret -> material.withWrapped(
                                                to.wrap(here.arn(), here.spec(), material.id(), secret)))
                                : material.withSubstance(new Substance.Absent())));
        return new Family(there, Map.copyOf(carriedOver));
    }

    /// The key here, with all that both have.
    Key united(Key here) {
        boolean overruled = isOverruled(here);
        Key authority = overruled ? there : here;
        Key other = overruled ? here : there;
        Map<String, KeyMaterial> own = new HashMap<>(carriedOver);
        here.allMaterials().forEach(material -> own.put(material.id(), material));

        Key united = here.withMaterials(materials(authority, other, own))
                .withPending(authority.pending().flatMap(waiting -> stored(own, waiting)))
                .withRotation(authority.rotation());
        if (overruled) {
            united = united.withMultiRegion(there.multiRegion()
                    .filter(relatives -> relatives.isIn(here.arn().region()))
                    .map(relatives -> relatives.seenFrom(here.arn().region()))
                    .or(here::multiRegion));
        }
        return united.withState(state(united, overruled));
    }

    /// Whether there is something for the other Region to take over from `here`, as it is now.
    boolean relativeLacks(Key here) {
        boolean ranks = here.multiRegion()
                .flatMap(mine -> there.multiRegion().map(theirs -> outranks(mine, theirs)))
                .orElse(false);
        return ranks
                || here.allMaterials().stream()
                        .anyMatch(material ->
                                isCarried(here, material) && there.material(material.id()).isEmpty());
    }

    /// Of one primary's epoch a replica has nothing to say.
    private static boolean outranks(MultiRegion mine, MultiRegion theirs) {
        boolean sameFamily = mine.primaryEpoch() == theirs.primaryEpoch()
                && mine.primaryRegion().equals(theirs.primaryRegion());
        return !sameFamily && mine.outranks(theirs);
    }

    private boolean isOverruled(Key here) {
        return there.multiRegion()
                .filter(theirs -> here.multiRegion().filter(mine -> theirs.outranks(mine)).isPresent())
                .isPresent();
    }

    /// The authority's in its order, and what the other alone has among the older ones.
    private static List<KeyMaterial> materials(Key authority, Key other, Map<String, KeyMaterial> own) {
        if (authority.materials().isEmpty()) {
            return List.of();
        }
        KeyMaterial current = authority.currentMaterial();
        List<KeyMaterial> older = authority.materials().subList(0, authority.materials().size() - 1);
        Stream<KeyMaterial> alone = other.allMaterials().stream()
                .filter(material -> authority.material(material.id()).isEmpty() && isCarried(other, material));
        List<KeyMaterial> all = new ArrayList<>(Stream.concat(older.stream(), alone)
                .sorted(Comparator.comparing(KeyMaterial::created))
                .toList());
        all.add(current);
        return all.stream().flatMap(material -> stored(own, material).stream()).toList();
    }

    /// As it is stored here, in the place it has in the history of all.
    private static Optional<KeyMaterial> stored(Map<String, KeyMaterial> own, KeyMaterial material) {
        return Optional.ofNullable(own.get(material.id()))
                .map(here -> new KeyMaterial(
                        here.id(),
                        here.substance(),
                        here.publicKey(),
                        material.created(),
                        material.rotation(),
                        here.imported()));
    }

    private static KeyState state(Key united, boolean overruled) {
        boolean complete = united.materials().stream().noneMatch(KeyMaterial::isAbsent);
        return switch (united.state()) {
            case Creating, Enabled, Updating -> complete ? KeyState.Enabled : KeyState.PendingImport;
            case Disabled -> complete ? KeyState.Disabled : KeyState.PendingImport;
            // It waited for replicas of its own, and is one itself now.
            case PendingReplicaDeletion -> overruled ? KeyState.Disabled : KeyState.PendingReplicaDeletion;
            case PendingDeletion, PendingImport, Unavailable -> united.state();
        };
    }

    private static boolean isCarried(Key key, KeyMaterial material) {
        return key.origin() == KeyOrigin.AWS_KMS && material.isWrapped();
    }
}
