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
/// It changes in the home Region's folder first; the other Regions get it through the outbox. Which Region is the home can
/// change while the vault is open, and then its folder is the one that counts.
///
/// Thread-safe; changes are made one at a time (the door sees to that, across processes too).
public final class HeaderKeeper {
    private final Folders folders;
    private final KeyTable keys;
    private SealedHeader current;
    private Optional<SealedHeader> announced = Optional.empty();
    private String announcedIn = "";
    private Optional<KeyTable> announcedKeys = Optional.empty();
    private Optional<KeyTable> nextKeys = Optional.empty();

    HeaderKeeper(Folders folders, KeyTable keys, SealedHeader current) {
        this.folders = folders;
        this.keys = keys;
        this.current = current;
    }

    /// The headers of Regions that are here.
    interface Folders {
        /// @return empty if the Region is away
        Optional<HeaderFiles> of(String region);
    }

    public synchronized Header current() {
        return current.header();
    }

    public synchronized boolean isHome(String region) {
        return current.header().homeRegion().equals(region);
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
        return sealed(change.apply(current.header()));
    }

    /// The header in which the Region of the view is the home, whichever was it before.
    public synchronized SealedHeader taking(View view) {
        return sealed(current.header().promoting(view.region()));
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
        announcedIn = work.region();
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

    /// To be called inside the transaction that ends a change: what the header in place says becomes the Region's.
    public synchronized void settle(UnitOfWork work) {
        Settling.settle(work, current);
    }

    /// Takes in what another process wrote; nothing announced earlier counts any more. The home's folder says what counts;
    /// while it is away, one of the others may have been made the home meanwhile.
    ///
    /// @param region whose door asks
    synchronized void refresh(String region) {
        announced = Optional.empty();
        announcedKeys = Optional.empty();
        try {
            folders.of(current.header().homeRegion()).ifPresentOrElse(this::take, this::takeFromOthers);
        } catch (VaultException gone) {
            if (isHome(region)) {
                throw gone;
            }
            takeFromOthers();
        }
    }

    private void takeFromOthers() {
        current.header().regions().stream()
                .filter(region -> !isHome(region))
                .flatMap(region -> folders.of(region).stream())
                .forEach(this::takeIfReadable);
    }

    private void takeIfReadable(HeaderFiles files) {
        try {
            take(files);
        } catch (VaultException gone) {
            // Its own door will say so.
        }
    }

    private void take(HeaderFiles files) {
        var found = files.read();
        if (found.header().isNewerThan(current.header())) {
            found.requireMac(keys.key(KeyTable.Purpose.HEADER_MAC));
            boolean moved = !isHome(found.header().homeRegion());
            current = found;
            if (moved) {
                folders.of(current.header().homeRegion()).ifPresent(this::take);
            }
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
        folders.of(announcedIn).orElseThrow().replace(current, next);
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
                            + nextStep(view.region(), folders.of(home).isPresent()));
        }
    }

    /// @param region that is not the home
    static String nextStep(String region, boolean homeIsHere) {
        return homeIsHere
                ? "Ask there."
                : "It is away: connect its disk, or make this Region the home: keyhold region promote " + region
                        + " --force";
    }

    private SealedHeader sealed(Header next) {
        return SealedHeader.seal(next, keys.key(KeyTable.Purpose.HEADER_MAC));
    }

    static HeaderSeen seen(SealedHeader header) {
        return new HeaderSeen(header.header().generation(), header.digest());
    }
}
