package app.keyhold.vault;

import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which header counts when the folders of several Regions are in reach: the newest that the passphrase opens and that is
/// sealed under the root key it leads to. A folder that missed a change still opens with the old passphrase by itself;
/// where a newer header is in reach, that one decides; where two of them say that they do, a person.
final class HeaderChoice {
    private final VaultLayout layout;
    private final SealedHeader here;

    HeaderChoice(VaultLayout layout, SealedHeader here) {
        this.layout = layout;
        this.here = here;
    }

    record Chosen(SealedHeader header, RootKeys roots) {}

    private record Found(VaultLayout folder, SealedHeader header) {}

    /// @throws VaultException as [RootKeys#open]; also WRONG_PASSPHRASE for one that a newer header no longer knows, and
    ///     RIVAL_HOME
    Chosen open(Unlocking how) {
        var unopened = new ArrayList<SealedHeader>();
        var elsewhere = newerElsewhere();
        for (var newer : elsewhere.stream().map(Found::header).distinct().toList()) {
            var opened = openIfPossible(newer, how);
            if (opened.isPresent()) {
                requireNoRival(opened.get(), elsewhere);
                return opened.get();
            }
            unopened.add(newer);
        }
        var roots = RootKeys.open(here.header(), how);
        try {
            here.requireMac(roots.current().key(KeyTable.Purpose.HEADER_MAC));
            unopened.stream().filter(roots::haveSealed).findFirst().ifPresent(newer -> {
                throw new VaultException(
                        VaultException.Kind.WRONG_PASSPHRASE,
                        "This folder is behind: where the vault has come since, in generation "
                                + newer.header().generation() + ", this passphrase of " + how.user()
                                + " counts no more. Nothing was changed.",
                        "Type the passphrase of today.");
            });
            return new Chosen(here, roots);
        } catch (VaultException refused) {
            roots.close();
            throw refused;
        }
    }

    /// Whoever opens a folder that knows its home has chosen that home; this one follows whichever came after it.
    private void requireNoRival(Chosen chosen, List<Found> elsewhere) {
        var header = chosen.header().header();
        if (here.header().homeEpoch() == header.homeEpoch()) {
            return;
        }
        elsewhere.stream()
                .filter(other -> other.header().header().rivals(header) && chosen.roots().haveSealed(other.header()))
                .findFirst()
                .ifPresent(other -> {
                    chosen.roots().close();
                    throw RegionAttaching.rival(
                            header.homeRegion(), other.header().header().homeRegion(), other.folder());
                });
    }

    private static Optional<Chosen> openIfPossible(SealedHeader newer, Unlocking how) {
        try {
            var roots = RootKeys.open(newer.header(), how);
            if (roots.haveSealed(newer)) {
                return Optional.of(new Chosen(newer, roots));
            }
            roots.close();
        } catch (VaultException refused) {
            if (refused.kind() != VaultException.Kind.WRONG_PASSPHRASE) {
                throw refused;
            }
        }
        return Optional.empty();
    }

    /// The newest first.
    private List<Found> newerElsewhere() {
        var own = here.header();
        if (own.places().isEmpty()) {
            return List.of();
        }
        var region = layout.region(own);
        return own.places().stream()
                .filter(place -> !place.region().equals(region))
                .flatMap(place -> layout.candidates(own, region, place).stream()
                        .flatMap(candidate -> readIfPossible(candidate).stream())
                        .limit(1))
                .filter(found -> isSameVault(found.header().header(), own)
                        && found.header().header().isNewerThan(own))
                .sorted(Comparator.comparingLong((Found found) -> found.header().header().homeEpoch())
                        .thenComparingLong(found -> found.header().header().generation())
                        .reversed())
                .toList();
    }

    static boolean isSameVault(Header one, Header other) {
        return one.vaultId().equals(other.vaultId()) && one.incarnation().equals(other.incarnation());
    }

    private static Optional<Found> readIfPossible(VaultLayout candidate) {
        try {
            return Optional.of(new Found(candidate, candidate.header().read()));
        } catch (VaultException unreadable) {
            return Optional.empty();
        }
    }
}
