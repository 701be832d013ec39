package app.keyhold.vault;

import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// From a folder and a passphrase to an open vault. Looks at the folder, reads the header (damage and newer formats end
/// here, before any key), opens the slot (a wrong passphrase ends here), checks the header's MAC, opens the database,
/// and compares what it and this computer remember before anything is written. Other Regions that are in reach are opened
/// too; one that is not keeps nobody from the vault.
final class Opening {
    private final VaultLayout layout;
    private final Path stateFolder;
    private final InstantSource clock;
    private final Attendant attendant;
    private final KeyStoreBackends backends;

    Opening(
            VaultLayout layout,
            Path stateFolder,
            InstantSource clock,
            Attendant attendant,
            KeyStoreBackends backends) {
        this.layout = layout;
        this.stateFolder = stateFolder;
        this.clock = clock;
        this.attendant = attendant;
        this.backends = backends;
    }

    UnlockedVault unlock(Unlocking how) {
        var header = layout.header().read();
        var opening = new RegionOpening(stateFolder, how);
        opening.inspect(layout);
        var undo = new ArrayDeque<Runnable>();
        try {
            return unlock(header, opening, how, undo);
        } catch (RuntimeException refused) {
            undo.forEach(Runnable::run);
            throw refused;
        }
    }

    /// @param undo what has to be closed again if this ends in a refusal, the last first
    private UnlockedVault unlock(
            SealedHeader header, RegionOpening opening, Unlocking how, ArrayDeque<Runnable> undo) {
        var failed = new FailedUnlocks(stateFolder, header.header().vaultId());
        var chosen = openSlot(header, how, failed);
        var roots = chosen.roots();
        undo.push(roots::close);
        requireNotCancelled(how);
        var newest = chosen.header();
        var name = layout.region(header.header());
        requireMember(newest.header(), name);
        var candidates = roots.of(newest.header(), name);
        RegionAttaching.requireSealed(layout, header, candidates);
        var here = opening.open(layout, header, name, candidates);
        undo.push(here::close);
        requireNotCancelled(how);
        var person = Users.principal(newest.header().account(), how.user());
        var attaching = new RegionAttaching(here, opening, roots.newest(), clock, person, how.front());
        var others = new Others(attaching, roots, undo);
        others.open(newest, here);
        var present = settle(newest, here, others, roots, new RekeyMove(
                clock, roots.current(), roots.newest(), person, how.front()));
        var parts = new OpenParts(
                how.user(),
                how.front(),
                roots.newest(),
                here,
                others.opened,
                others.away,
                attaching,
                attendant,
                backends,
                clock,
                new PriceFile(stateFolder),
                failed.count());
        var vault = Assembly.assemble(parts, present, roots.slotId(), how.acceptOlderHeader());
        roots.closeAllBut(roots.newest());
        failed.clear();
        return vault;
    }

    /// Finishes what an earlier rekey left, and brings every Region the header that counts.
    private SealedHeader settle(
            SealedHeader newest, StoredRegion here, Others others, RootKeys roots, RekeyMove move) {
        var home = home(newest.header(), here, others.opened);
        if (roots.next().isEmpty()) {
            return home.map(region -> settleAtHome(newest, region, here, others, roots, move))
                    .orElseGet(() -> {
                        others.bringUpToDate(newest, here, new Homecoming(home));
                        return newest;
                    });
        }
        others.letGoOfFormerHomes(newest, here);
        if (home.isEmpty()) {
            // Its header may lead to both root keys for as long as the home is away.
            move.move(here);
            others.letGo("A rekey is under way that only the home Region can finish.");
            return newest;
        }
        var rest = others.and(here);
        rest.remove(home.get());
        return RegionFiles.told(() -> move.finish(home.get(), rest, newest));
    }

    private static SealedHeader settleAtHome(
            SealedHeader newest, StoredRegion home, StoredRegion here, Others others, RootKeys roots, RekeyMove move) {
        var homecoming = new Homecoming(Optional.of(home));
        var raised = RegionFiles.told(() ->
                homecoming.raised(newest, others.and(here), others.attaching.events(home), roots.newest()));
        others.bringUpToDate(raised, here, homecoming);
        if (!others.and(here).contains(home)) {
            return raised;
        }
        home.layout().header().tidy(raised);
        var present = RegionFiles.told(() -> move.forgetOldRoots(home, others.and(here), raised));
        others.bringUpToDate(present, here, homecoming);
        return present;
    }

    private static Optional<StoredRegion> home(Header header, StoredRegion here, List<StoredRegion> others) {
        return here.name().equals(header.homeRegion())
                ? Optional.of(here)
                : others.stream()
                        .filter(region -> region.name().equals(header.homeRegion()))
                        .findFirst();
    }

    /// The Regions beside the one whose folder was opened.
    private static final class Others {
        private final RegionAttaching attaching;
        private final RootKeys roots;
        private final ArrayDeque<Runnable> undo;
        private final List<StoredRegion> opened = new ArrayList<>();
        private final Map<String, VaultException> away = new TreeMap<>();

        Others(RegionAttaching attaching, RootKeys roots, ArrayDeque<Runnable> undo) {
            this.attaching = attaching;
            this.roots = roots;
            this.undo = undo;
        }

        void open(SealedHeader newest, StoredRegion here) {
            for (var place : newest.header().places()) {
                if (!place.region().equals(here.name())) {
                    attempt(place.region(), () -> {
                        var region = attaching.open(newest, place, name -> roots.of(newest.header(), name));
                        undo.push(region::close);
                        opened.add(region);
                    });
                }
            }
        }

        List<StoredRegion> and(StoredRegion here) {
            var all = new ArrayList<>(opened);
            all.add(here);
            return all;
        }

        void bringUpToDate(SealedHeader newest, StoredRegion here, Homecoming homecoming) {
            attaching.bringUpToDate(here, newest, homecoming);
            for (var region : List.copyOf(opened)) {
                if (!attempt(region.name(), () -> attaching.bringUpToDate(region, newest, homecoming))) {
                    letGo(region);
                }
            }
        }

        /// In the middle of a rekey nothing else is brought in order.
        void letGoOfFormerHomes(SealedHeader newest, StoredRegion here) {
            for (var region : List.copyOf(opened)) {
                if (region.header().header().homeEpoch() != newest.header().homeEpoch()) {
                    letGo(region, "A rekey is under way that this Region comes too late for.", "Unlock the vault once more.");
                }
            }
            if (here.header().header().homeEpoch() != newest.header().homeEpoch()) {
                throw new VaultException(
                        VaultException.Kind.REFUSED_FOR_SAFETY,
                        "A rekey is under way that the Region " + here.name() + " comes too late for.",
                        "Unlock the vault in the folder of its home Region " + newest.header().homeRegion() + " first.");
            }
        }

        void letGo(String why) {
            for (var region : List.copyOf(opened)) {
                letGo(region, why, "Connect the home Region's disk, then unlock again.");
            }
        }

        private void letGo(StoredRegion region, String why, String nextStep) {
            away.put(region.name(), new VaultException(VaultException.Kind.REFUSED_FOR_SAFETY, why, nextStep));
            letGo(region);
        }

        private void letGo(StoredRegion region) {
            opened.remove(region);
            region.close();
        }

        private boolean attempt(String region, Runnable work) {
            try {
                work.run();
                return true;
            } catch (VaultException why) {
                away.put(region, why);
                return false;
            }
        }
    }

    private HeaderChoice.Chosen openSlot(SealedHeader header, Unlocking how, FailedUnlocks failed) {
        try {
            return new HeaderChoice(layout, header).open(how);
        } catch (VaultException refused) {
            if (refused.kind() == VaultException.Kind.WRONG_PASSPHRASE) {
                failed.add();
            }
            throw refused;
        }
    }

    private void requireMember(Header newest, String region) {
        if (!newest.has(region)) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The Region " + region + " in " + layout.folder() + " was removed from this vault. Nothing was changed.",
                    "Add it again: keyhold region add " + region + " " + layout.folder());
        }
    }

    private static void requireNotCancelled(Unlocking how) {
        if (how.cancelled().getAsBoolean()) {
            throw new VaultException(VaultException.Kind.CANCELLED, "Unlocking was cancelled.", "Unlock again.");
        }
    }
}
