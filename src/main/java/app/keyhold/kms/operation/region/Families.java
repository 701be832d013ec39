package app.keyhold.kms.operation.region;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What becomes of related multi-Region keys when one of their Regions is lost.
public final class Families {
    private static final int KEYS_A_PAGE = 512;

    private Families() {}

    /// Makes the keys of this Region the primary ones whose primary key is in a Region that is lost. Should it come back,
    /// its key counts as a replica; until then its relatives learn who is primary now.
    ///
    /// @param lostRegion this Region itself, if another one claims its keys: then they outrank the other's
    /// @return how many
    public static int takeOver(UnitOfWork work, String lostRegion, String hereRegion) {
        return change(work, key -> takenOver(key, lostRegion, hereRegion));
    }

    /// The same where a primary key's Region does not belong to the vault any more: every Region finds the same heir by
    /// itself, the first of `members` that has a replica.
    public static void inherit(UnitOfWork work, String goneRegion, List<String> members) {
        change(work, key -> takenOver(key, goneRegion, work.region())
                .filter(relatives -> isHeir(work.region(), key, members)));
    }

    private static boolean isHeir(String region, Key key, List<String> members) {
        List<String> replicas = key.multiRegion().map(MultiRegion::replicaRegions).orElse(List.of());
        return members.stream()
                .filter(replicas::contains)
                .findFirst()
                .filter(region::equals)
                .isPresent();
    }

    /// Forgets the relatives of this Region's primary keys in a Region that does not belong to the vault any more.
    public static void forget(UnitOfWork work, String goneRegion) {
        keys(work).stream()
                .filter(key -> !Relatives.isReplica(key))
                .forEach(key -> ForgetReplica.forget(work, key, goneRegion));
    }

    /// How many keys [#takeOver] would make primary.
    public static int count(View view, String lostRegion) {
        return Math.toIntExact(keys(view).stream()
                .filter(key -> takenOver(key, lostRegion, view.region()).isPresent())
                .count());
    }

    /// A replica that was never filled stays what it is.
    private static Optional<MultiRegion> takenOver(Key key, String lost, String here) {
        return key.multiRegion()
                .filter(relatives -> relatives.primaryRegion().equals(lost) && key.state() != KeyState.Creating)
                .map(relatives -> here.equals(lost) ? reaffirmed(relatives) : relatives.promoting(here));
    }

    private static MultiRegion reaffirmed(MultiRegion relatives) {
        return new MultiRegion(
                relatives.type(),
                relatives.primaryRegion(),
                relatives.replicaRegions(),
                relatives.primaryEpoch() + 1,
                relatives.deletionWindow());
    }

    private static int change(UnitOfWork work, Function<Key, Optional<MultiRegion>> change) {
        int changed = 0;
        for (var key : keys(work)) {
            var now = change.apply(key);
            if (now.isPresent()) {
                var primary = key.withMultiRegion(now);
                work.put(primary);
                Relatives.tell(work, primary);
                changed++;
            }
        }
        return changed;
    }

    private static List<Key> keys(View view) {
        List<Key> related = new ArrayList<>();
        List<Key> page = view.keys("", KEYS_A_PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(key -> key.multiRegion().isPresent()).forEach(related::add);
            page = view.keys(page.getLast().id(), KEYS_A_PAGE);
        }
        return related;
    }
}
