package app.keyhold.vault.header;

import app.keyhold.crypto.Blob;
import app.keyhold.vault.slot.Slot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What vault.json says. Nothing in it is secret; user names, unless they are private, and account are readable by
/// whoever holds the folder.
///
/// @param incarnation random; a restored vault gets a new one, so that two forks are never taken for one chain
/// @param generation grows by one with every change
/// @param move set while a rekey is under way
public record Header(
        String vaultId,
        String incarnation,
        String account,
        String homeRegion,
        long generation,
        Instant created,
        List<Slot> slots,
        Optional<Move> move) {
    public static final int VERSION = 1;
    public static final int MAX_SLOTS = 256;

    public Header {
        slots = List.copyOf(slots);
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

    public Header withSlots(List<Slot> now) {
        return new Header(vaultId, incarnation, account, homeRegion, generation + 1, created, now, move);
    }

    /// With `slot` in the place of any of the same user and kind; hidden if names are private here.
    ///
    /// @param slot with the user's name
    public Header with(Slot slot) {
        var others = slots.stream().filter(one -> !(one.isFor(slot.user()) && one.isRecovery() == slot.isRecovery()));
        return withSlots(Stream.concat(others, Stream.of(fitting(slot))).toList());
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
        return new Header(
                vaultId,
                incarnation,
                account,
                homeRegion,
                generation + 1,
                created,
                slots.stream().map(label).toList(),
                move.map(under -> new Move(under.slots().stream().map(label).toList(), under.oldRoot())));
    }

    private Slot fitting(Slot slot) {
        return hasPrivateNames() ? slot.hidden() : slot;
    }

    public Header withoutUser(String user) {
        return withSlots(slots.stream().filter(slot -> !slot.isFor(user)).toList());
    }

    public Header withMove(Move begun) {
        var move = new Move(begun.slots().stream().map(this::fitting).toList(), begun.oldRoot());
        return new Header(
                vaultId, incarnation, account, homeRegion, generation + 1, created, slots, Optional.of(move));
    }

    /// The move's slots become the only ones.
    public Header moved() {
        return new Header(
                vaultId,
                incarnation,
                account,
                homeRegion,
                generation + 1,
                created,
                move.orElseThrow().slots(),
                Optional.empty());
    }

    public Header withIncarnation(String now) {
        return new Header(vaultId, now, account, homeRegion, generation + 1, created, slots, move);
    }
}
