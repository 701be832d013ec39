package app.keyhold.vault;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.HeaderSeen;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.HeaderFiles;
import app.keyhold.vault.header.SealedHeader;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The open vault's header and the one order in which it changes: an operation announces the next header in the
/// transaction of the change itself, then the file is replaced, then [app.keyhold.vault.operation.SettleHeader] confirms.
///
/// Thread-safe; changes are made one at a time (the door sees to that, across processes too).
public final class HeaderKeeper {
    private final HeaderFiles files;
    private final KeyTable keys;
    private SealedHeader current;
    private Optional<SealedHeader> announced = Optional.empty();
    private Optional<KeyTable> announcedKeys = Optional.empty();
    private Optional<KeyTable> nextKeys = Optional.empty();

    HeaderKeeper(HeaderFiles files, KeyTable keys, SealedHeader current) {
        this.files = files;
        this.keys = keys;
        this.current = current;
    }

    public synchronized Header current() {
        return current.header();
    }

    public synchronized HeaderSeen seen() {
        return seen(current);
    }

    public KeyTable keys() {
        return keys;
    }

    /// The header after `change`, sealed and ready to be announced.
    public synchronized SealedHeader next(UnaryOperator<Header> change) {
        return SealedHeader.seal(change.apply(current.header()), keys.key(KeyTable.Purpose.HEADER_MAC));
    }

    /// To be called inside the transaction that the change belongs to.
    ///
    /// @throws KmsException ConflictException if another program changed the header since `next` was made
    public synchronized void announce(UnitOfWork work, SealedHeader next) {
        var known = HeaderMemory.of(work).current();
        if (!known.equals(Optional.of(seen(current)))
                || next.header().generation() != current.header().generation() + 1) {
            throw new KmsException(
                    Fault.ConflictException,
                    "Another program changed the vault's users meanwhile. Nothing was changed; try again.");
        }
        HeaderMemory.announce(work, seen(next));
        announced = Optional.of(next);
    }

    /// Announces the beginning of a rekey.
    ///
    /// @param moving the keys under the new root key; the keeper's from now on
    public synchronized void announceMove(UnitOfWork work, SealedHeader next, KeyTable moving) {
        announce(work, next);
        announcedKeys = Optional.of(moving);
    }

    /// The keys under the new root key, while a rekey that began here waits for the vault to lock.
    synchronized Optional<KeyTable> nextKeys() {
        return nextKeys;
    }

    public synchronized SealedHeader sealed() {
        return current;
    }

    /// Takes in what another process wrote; nothing announced earlier counts any more.
    synchronized void refresh() {
        announced = Optional.empty();
        announcedKeys = Optional.empty();
        var found = files.read();
        if (!found.equals(current)) {
            found.requireMac(keys.key(KeyTable.Purpose.HEADER_MAC));
            current = found;
        }
    }

    /// Puts the announced header in place.
    ///
    /// @return false if none was announced
    synchronized boolean replaceAnnounced() {
        if (announced.isEmpty()) {
            return false;
        }
        var next = announced.get();
        files.replace(current, next);
        current = next;
        announced = Optional.empty();
        nextKeys = announcedKeys;
        announcedKeys = Optional.empty();
        return true;
    }

    static HeaderSeen seen(SealedHeader header) {
        return new HeaderSeen(header.header().generation(), header.digest());
    }
}
