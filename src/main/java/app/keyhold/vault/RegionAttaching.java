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
                bringUpToDate(region, newest, new Homecoming(Optional.empty()));
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
        requireSealed(layout, header, candidates);
        return opening.open(layout, header, place.region(), candidates);
    }

    /// As it is not where two homes rekeyed while neither knew of the other.
    ///
    /// @throws VaultException REFUSED_FOR_SAFETY
    static void requireSealed(VaultLayout layout, SealedHeader header, List<KeyTable> roots) {
        if (roots.stream().noneMatch(root -> isSealed(header, root) || wasSealed(header, root))) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "vault.json in " + layout.folder() + " is sealed under another root key than the vault's other Regions.",
                    "Unlock that folder by itself, with the others out of reach, to see what it holds.");
        }
    }

    private static boolean isSealed(SealedHeader header, KeyTable root) {
        return header.isSealedUnder(root.key(KeyTable.Purpose.HEADER_MAC));
    }

    /// A Region may have moved to `root` and not have heard of the end of the move.
    private static boolean wasSealed(SealedHeader header, KeyTable root) {
        return header.header().move().stream().anyMatch(move -> {
            try (var old = OldRoot.unwrap(root, move.oldRoot())) {
                return isSealed(header, old);
            } catch (VaultException toAnotherRoot) {
                return false;
            }
        });
    }

    VaultEvents events(StoredRegion region) {
        return new VaultEvents(region.store(), clock, person, front);
    }

    /// Its header first, so that its folder leads to both root keys while it moves from one to the other.
    void bringUpToDate(StoredRegion region, SealedHeader newest, Homecoming homecoming) {
        if (!region.header().equals(newest)) {
            new HeaderCopy(events(region), region).bring(newest, homecoming.of(region, newest), work -> {});
        } else if (!region.name().equals(newest.header().homeRegion()) && !region.isSettledWith(newest)) {
            new HeaderCopy(events(region), region).bring(newest);
        }
        if (region.keys() != keys) {
            new RekeyMove(clock, region.keys(), keys, person, front).move(region);
            region.store().scrub();
        }
    }

    /// @param home of the header at hand
    /// @param other home of the one in `folder`
    static VaultException rival(String home, String other, VaultLayout folder) {
        return new VaultException(
                VaultException.Kind.RIVAL_HOME,
                "Both " + home + " and " + other + " (says " + folder.folder()
                        + ") were made the home, neither knowing of the other. Nothing was changed.",
                "Unlock the folder of the one that is to stay the home and decide there: keyhold region promote NAME --force. "
                        + "What the other did is shown then.");
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
