package app.keyhold.vault;

import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.slot.SlotDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an opened slot gives: the vault's keys, while a rekey is under way those it moves to, and those of Regions that a
/// rekey has not reached.
final class RootKeys {
    private final KeyTable current;
    private final Optional<KeyTable> next;
    private final String slotId;
    private final List<KeyTable> older = new ArrayList<>();

    private RootKeys(KeyTable current, Optional<KeyTable> next, String slotId) {
        this.current = current;
        this.next = next;
        this.slotId = slotId;
    }

    /// @throws VaultException WRONG_PASSPHRASE, NOT_ENOUGH_MEMORY, DAMAGED, REFUSED_FOR_SAFETY
    static RootKeys open(Header header, Unlocking how) {
        if (header.move().isPresent()) {
            return openMoving(header, header.move().get(), how);
        }
        var opened = new SlotDoor(header.vaultId(), header.slots()).open(how.user(), how.passphrase(), how.keyFile());
        return new RootKeys(
                new KeyTable(opened.root(), header.vaultId()),
                Optional.empty(),
                opened.slot().id());
    }

    private static String beginner(Header.Move move) {
        var slot = move.slots().getFirst();
        return slot.hidesName() ? "whoever began it" : slot.user();
    }

    /// What the header is sealed under.
    KeyTable current() {
        return current;
    }

    Optional<KeyTable> next() {
        return next;
    }

    /// What every database is under, or moves to.
    KeyTable newest() {
        return next.orElse(current);
    }

    String slotId() {
        return slotId;
    }

    /// What a Region's database may be under, the oldest first.
    List<KeyTable> of(Header header, String region) {
        var all = new ArrayList<KeyTable>();
        header.place(region).flatMap(Header.Place::oldRoot).ifPresent(wrapped -> {
            var old = OldRoot.unwrap(current, wrapped);
            older.add(old);
            all.add(old);
        });
        all.add(current);
        next.ifPresent(all::add);
        return all;
    }

    boolean haveSealed(SealedHeader header) {
        return header.isSealedUnder(current.key(KeyTable.Purpose.HEADER_MAC));
    }

    /// Wipes what nobody needs while the vault is open.
    void closeAllBut(KeyTable kept) {
        older.forEach(KeyTable::close);
        if (current != kept) {
            current.close();
        }
    }

    void close() {
        current.close();
        next.ifPresent(KeyTable::close);
        older.forEach(KeyTable::close);
    }

    private static RootKeys openMoving(Header header, Header.Move move, Unlocking how) {
        if (move.slots().stream().noneMatch(slot -> slot.isFor(how.user()))) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "A rekey of this vault has begun and is not finished; " + how.user() + " has no part in it.",
                    "Let " + beginner(move) + " unlock the vault once, then be added again.");
        }
        var opened = new SlotDoor(header.vaultId(), move.slots()).open(how.user(), how.passphrase(), how.keyFile());
        var next = new KeyTable(opened.root(), header.vaultId());
        try {
            return new RootKeys(
                    OldRoot.unwrap(next, move.oldRoot()),
                    Optional.of(next),
                    opened.slot().id());
        } catch (VaultException damaged) {
            next.close();
            throw damaged;
        }
    }
}
