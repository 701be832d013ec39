package app.keyhold.vault;

import app.keyhold.iam.Principal;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Finds another Region's folder, opens its database and brings it the header that counts.
final class RegionAttaching {
    private final StoredRegion here;
    private final RegionOpening opening;
    private final KeyTable keys;
    private final InstantSource clock;
    private final Principal person;
    private final String front;

    /// @param here the Region whose folder was opened: others are looked for from there
    /// @param keys what every database is under, or is moved to
    RegionAttaching(
            StoredRegion here,
            RegionOpening opening,
            KeyTable keys,
            InstantSource clock,
            Principal person,
            String front) {
        this.here = here;
        this.opening = opening;
        this.keys = keys;
        this.clock = clock;
        this.person = person;
        this.front = front;
    }

    /// While the vault is open: no rekey is in the middle of its move.
    ///
    /// @throws VaultException why it can't be opened now
    StoredRegion attach(SealedHeader newest, Header.Place place) {
        var old = place.oldRoot().map(wrapped -> OldRoot.unwrap(keys, wrapped));
        try {
            var region = open(newest, place, _ -> old.map(one -> List.of(one, keys)).orElse(List.of(keys)));
            try {
                bringUpToDate(region, newest);
                return region;
            } catch (RuntimeException refused) {
                region.close();
                throw refused;
            }
        } finally {
            old.ifPresent(KeyTable::close);
        }
    }

    /// Opens it as it is.
    ///
    /// @param roots what a Region's database may be under, the oldest first
    StoredRegion open(SealedHeader newest, Header.Place place, Function<String, List<KeyTable>> roots) {
        var layout = find(newest.header(), place);
        var header = layout.header().read();
        if (!HeaderChoice.isSameVault(header.header(), newest.header())) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    layout.folder() + " belongs to another vault, or to another copy of this one.",
                    "Say where the Region is: keyhold region add " + place.region() + " PATH");
        }
        var candidates = roots.apply(place.region());
        if (candidates.stream().noneMatch(root -> header.isSealedUnder(root.key(KeyTable.Purpose.HEADER_MAC)))) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "vault.json in " + layout.folder() + " is sealed under another root key.",
                    "Unlock that folder by itself to see what it holds.");
        }
        return opening.open(layout, header, place.region(), candidates);
    }

    /// Its header first, so that its folder leads to both root keys while it moves from one to the other.
    void bringUpToDate(StoredRegion region, SealedHeader newest) {
        if (!region.header().equals(newest)) {
            requireOlder(region, newest);
            new HeaderCopy(new VaultEvents(region.store(), clock, person, front), region).bring(newest);
        }
        if (region.keys() != keys) {
            new RekeyMove(clock, region.keys(), keys, person, front).move(region);
            region.store().scrub();
        }
    }

    private static void requireOlder(StoredRegion region, SealedHeader newest) {
        if (!newest.header().isNewerThan(region.header().header())) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The header in " + region.layout().folder() + " has gone another way than this one.",
                    "Lock the vault and unlock it again. If two Regions were made the home while neither saw the other, "
                            + "decide for one there: keyhold region promote");
        }
    }

    private VaultLayout find(Header header, Header.Place place) {
        Optional<VaultLayout> found = here.layout().candidates(header, here.name(), place).stream()
                .filter(candidate -> Files.isRegularFile(candidate.database(place.region())))
                .findFirst();
        return found.orElseThrow(() -> new VaultException(
                VaultException.Kind.NOT_FOUND,
                "Its folder " + place.path() + " is not there.",
                "Connect its disk; if it is elsewhere now: keyhold region add " + place.region() + " PATH"));
    }
}
