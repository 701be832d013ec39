package app.keyhold.vault;

import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.slot.SlotDoor;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// What an opened slot gives: the vault's keys, and while a rekey is under way those it moves to.
record RootKeys(KeyTable current, Optional<KeyTable> next, String slotId) {
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

    void close() {
        current.close();
        next.ifPresent(KeyTable::close);
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
        return new RootKeys(
                new KeyTable(oldRoot(next, move), header.vaultId()),
                Optional.of(next),
                opened.slot().id());
    }

    private static SecretBytes oldRoot(KeyTable next, Header.Move move) {
        try {
            return KeyWrap.unwrap(next.key(KeyTable.Purpose.OLD_ROOT), move.oldRoot(), OldRoot.identity(next.vaultId()));
        } catch (AEADBadTagException damaged) {
            next.close();
            throw new VaultException(
                    VaultException.Kind.DAMAGED,
                    "The header's way back to the old root key is damaged; the databases are untouched.",
                    "Restore the newest verified backup into a new folder.",
                    damaged);
        }
    }
}
