package app.keyhold.vault;

import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Which header counts when the folders of several Regions are in reach: the newest that the passphrase opens and that is
/// sealed under the root key it leads to. A folder that missed a change still opens with the old passphrase by itself;
/// where a newer header is in reach, that one decides.
final class HeaderChoice {
    private final VaultLayout layout;
    private final SealedHeader here;

    HeaderChoice(VaultLayout layout, SealedHeader here) {
        this.layout = layout;
        this.here = here;
    }

    record Chosen(SealedHeader header, RootKeys roots) {}

    /// @throws VaultException as [RootKeys#open]; also WRONG_PASSPHRASE for one that a newer header no longer knows
    Chosen open(Unlocking how) {
        var unopened = new ArrayList<SealedHeader>();
        for (var newer : newerElsewhere()) {
            var opened = openIfPossible(newer, how);
            if (opened.isPresent()) {
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
    private List<SealedHeader> newerElsewhere() {
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
                .filter(found -> isSameVault(found.header(), own) && found.header().isNewerThan(own))
                .distinct()
                .sorted(Comparator.comparingLong((SealedHeader found) -> found.header().homeEpoch())
                        .thenComparingLong(found -> found.header().generation())
                        .reversed())
                .toList();
    }

    static boolean isSameVault(Header one, Header other) {
        return one.vaultId().equals(other.vaultId()) && one.incarnation().equals(other.incarnation());
    }

    private static Optional<SealedHeader> readIfPossible(VaultLayout candidate) {
        try {
            return Optional.of(candidate.header().read());
        } catch (VaultException unreadable) {
            return Optional.empty();
        }
    }
}
