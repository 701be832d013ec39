package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.outbox.OutboxEntry;
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
/// It changes in the home Region's folder first; the other Regions get it through the outbox.
///
/// Thread-safe; changes are made one at a time (the door sees to that, across processes too).
public final class HeaderKeeper {
    private final KeyTable keys;
    private Optional<HeaderFiles> files;
    private SealedHeader current;
    private Optional<SealedHeader> announced = Optional.empty();
    private Optional<KeyTable> announcedKeys = Optional.empty();
    private Optional<KeyTable> nextKeys = Optional.empty();

    /// @param homeFiles empty while the home Region is away: nothing can be changed then
    HeaderKeeper(Optional<HeaderFiles> homeFiles, KeyTable keys, SealedHeader current) {
        this.files = homeFiles;
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
    ///
    /// @param view of the Region whose operation it is
    /// @throws KmsException UnsupportedOperationException in any Region but the home
    public synchronized SealedHeader next(View view, UnaryOperator<Header> change) {
        requireHome(view);
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
        Membership.of(next.header()).put(work);
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
        if (files.isEmpty()) {
            return;
        }
        var found = files.get().read();
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
        files.orElseThrow().replace(current, next);
        current = next;
        announced = Optional.empty();
        nextKeys = announcedKeys;
        announcedKeys = Optional.empty();
        return true;
    }

    /// For a confirmation: the other Regions have to take the header over.
    public static void leaveFor(UnitOfWork work, String region) {
        OutboxEntry.leave(work, region, OutboxEntry.Kind.HEADER, "", Blob.of(new byte[0]));
    }

    private void requireHome(View view) {
        var home = current.header().homeRegion();
        if (!view.region().equals(home)) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "Users, passphrases and Regions are administered in the home Region " + home + "; this is "
                            + view.region() + ". "
                            + (files.isPresent()
                                    ? "Ask there."
                                    : "It is away: connect its disk, or make this Region the home with keyhold region "
                                            + "promote."));
        }
    }

    static HeaderSeen seen(SealedHeader header) {
        return new HeaderSeen(header.header().generation(), header.digest());
    }
}
