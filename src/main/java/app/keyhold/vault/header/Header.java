package app.keyhold.vault.header;

import app.keyhold.crypto.Blob;
import app.keyhold.vault.slot.Slot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What vault.json says. Nothing in it is secret; user names, unless they are private, and account are readable by
/// whoever holds the folder.
///
/// Every Region's folder has a copy. Where two differ, the one with the higher [#homeEpoch] is right, then the one with the
/// higher generation; two of one epoch that have no home in common are [rivals][#rivals], and neither is right.
///
/// @param incarnation random; a restored vault gets a new one, so that two forks are never taken for one chain
/// @param homeRegion the one whose folder changes first and whose principals the others take over
/// @param homeEpoch grows by one whenever another Region is made the home
/// @param homeSince the generation with which the present home became it
/// @param generation grows with every change
/// @param places of all Regions, in order of name; empty as long as the home is the only one
/// @param move set while a rekey is under way
public record Header(
        String vaultId,
        String incarnation,
        String account,
        String homeRegion,
        long homeEpoch,
        long homeSince,
        long generation,
        Instant created,
        List<Place> places,
        List<Slot> slots,
        Optional<Move> move) {
    public static final int VERSION = 1;
    public static final int MAX_SLOTS = 256;
    public static final int MAX_REGIONS = 64;

    public Header {
        places = places.stream().sorted(Comparator.comparing(Place::region)).toList();
        slots = List.copyOf(slots);
    }

    /// Where a Region's folder was when the header was written. A hint: what is found there has to prove itself.
    ///
    /// @param path absolute
    /// @param oldRoot of a Region that a rekey has not reached: the root key it is still under, wrapped under the present
    ///     one
    public record Place(String region, String path, Optional<Blob> oldRoot) {
        public static Place of(String region, String path) {
            return new Place(region, path, Optional.empty());
        }
    }

    /// The way from one root key to the next. Whoever has the new root key reaches the old one, never the other way, so
    /// that a copy of this header gives the new root to nobody who is being shut out.
    ///
    /// @param slots the slots of the new root key
    /// @param oldRoot the old root key wrapped under the new one
    public record Move(List<Slot> slots, Blob oldRoot) {
        public Move {
            slots = List.copyOf(slots);
        }
    }

    public Optional<Slot> passphraseSlot(String user) {
        return slots.stream().filter(slot -> slot.isFor(user) && !slot.isRecovery()).findFirst();
    }

    public Optional<Slot> recoverySlot(String user) {
        return slots.stream().filter(slot -> slot.isFor(user) && slot.isRecovery()).findFirst();
    }

    /// Whether `region` belongs to the vault.
    public boolean has(String region) {
        return region.equals(homeRegion) || place(region).isPresent();
    }

    public Optional<Place> place(String region) {
        return places.stream().filter(place -> place.region().equals(region)).findFirst();
    }

    /// Names of the Regions, the home first.
    public List<String> regions() {
        var others = places.stream().map(Place::region).filter(region -> !region.equals(homeRegion));
        return Stream.concat(Stream.of(homeRegion), others).toList();
    }

    /// Whether this header counts where it and `other` are found.
    public boolean isNewerThan(Header other) {
        return homeEpoch > other.homeEpoch
                || homeEpoch == other.homeEpoch && !rivals(other) && generation > other.generation;
    }

    /// Whether this header and `other` come from two Regions that were made the home while neither knew of the other.
    public boolean rivals(Header other) {
        return homeEpoch == other.homeEpoch
                && !(homeRegion.equals(other.homeRegion) && homeSince == other.homeSince);
    }

    public Header withSlots(List<Slot> now) {
        return next(places, now, move);
    }

    /// With `slot` in the place of any of the same user and kind; hidden if names are private here.
    ///
    /// @param slot with the user's name
    public Header with(Slot slot) {
        return withSlots(replaced(slot));
    }

    private List<Slot> replaced(Slot slot) {
        var others = slots.stream().filter(one -> !(one.isFor(slot.user()) && one.isRecovery() == slot.isRecovery()));
        return Stream.concat(others, Stream.of(fitting(slot))).toList();
    }

    /// The same, and `opened` is known to open if it is a recovery sheet's.
    public Header with(Slot slot, Slot opened, Instant now) {
        return withSlots(tested(replaced(slot), opened, now));
    }

    /// With the slot known to open.
    public Header tested(Slot opened, Instant now) {
        return withSlots(tested(slots, opened, now));
    }

    private static List<Slot> tested(List<Slot> slots, Slot opened, Instant now) {
        return slots.stream()
                .map(slot -> slot.id().equals(opened.id()) && slot.isRecovery() ? slot.testedAt(now) : slot)
                .toList();
    }

    /// Whether slots hold hashes in the place of names: all do, or none. A vault always has its owner's slot.
    public boolean hasPrivateNames() {
        return slots.stream().anyMatch(Slot::hidesName);
    }

    public Header withPrivateNames() {
        return relabelled(Slot::hidden);
    }

    /// @param names of everybody who may have a slot
    public Header withPlainNames(List<String> names) {
        return relabelled(slot -> slot.shownAs(names));
    }

    private Header relabelled(UnaryOperator<Slot> label) {
        return next(
                places,
                slots.stream().map(label).toList(),
                move.map(under -> new Move(under.slots().stream().map(label).toList(), under.oldRoot())));
    }

    private Slot fitting(Slot slot) {
        return hasPrivateNames() ? slot.hidden() : slot;
    }

    public Header withoutUser(String user) {
        return withSlots(slots.stream().filter(slot -> !slot.isFor(user)).toList());
    }

    public Header withPlaces(List<Place> now) {
        return next(now, slots, move);
    }

    /// With `place` instead of what was known of that Region.
    public Header with(Place place) {
        var others = places.stream().filter(one -> !one.region().equals(place.region()));
        return withPlaces(Stream.concat(others, Stream.of(place)).toList());
    }

    /// With where the home is, which a vault of one Region does not write down.
    public Header withHomeAt(String path) {
        return with(new Place(homeRegion, path, place(homeRegion).flatMap(Place::oldRoot)));
    }

    /// Whatever the old home may have written meanwhile, this header counts.
    public Header promoting(String region) {
        return new Header(
                vaultId,
                incarnation,
                account,
                region,
                homeEpoch + 1,
                generation + 1,
                generation + 1,
                created,
                places,
                slots,
                move);
    }

    public Header withMove(Move begun) {
        var move = new Move(begun.slots().stream().map(this::fitting).toList(), begun.oldRoot());
        return next(places, slots, Optional.of(move));
    }

    /// The move's slots become the only ones.
    ///
    /// @param now places in which every Region that was not reached has its old root
    public Header moved(List<Place> now) {
        return next(now, move.orElseThrow().slots(), Optional.empty());
    }

    /// Of a copy that goes its own way.
    ///
    /// @param home one of the Regions that were restored
    /// @param restored empty if it is the only one
    public Header forked(String newIncarnation, String home, List<Place> restored) {
        return new Header(
                vaultId,
                newIncarnation,
                account,
                home,
                homeEpoch,
                home.equals(homeRegion) ? homeSince : generation + 1,
                generation + 1,
                created,
                restored,
                slots,
                move);
    }

    /// The same under a generation that no header of a Region has reached yet.
    public Header after(long reached) {
        return new Header(
                vaultId,
                incarnation,
                account,
                homeRegion,
                homeEpoch,
                homeSince,
                Math.max(generation, reached) + 1,
                created,
                places,
                slots,
                move);
    }

    private Header next(List<Place> where, List<Slot> who, Optional<Move> moving) {
        return new Header(
                vaultId,
                incarnation,
                account,
                homeRegion,
                homeEpoch,
                homeSince,
                generation + 1,
                created,
                where,
                who,
                moving);
    }
}
