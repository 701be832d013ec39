package app.keyhold.vault;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.LaterWrites;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What is to be seen to when a Region comes into reach that missed a change of homes, and may have been the home itself
/// since: its own header does not count, but what it did under it is not lost without a word.
final class Homecoming {
    private final Optional<StoredRegion> home;

    /// @param home empty while it is away
    Homecoming(Optional<StoredRegion> home) {
        this.home = home;
    }

    /// A later header never has a lower generation, whatever home it came from: computers remember the highest one they
    /// have seen of each Region.
    ///
    /// @param regions that are here
    /// @return the header, in place in the home, that can be brought to all of them
    SealedHeader raised(SealedHeader newest, List<StoredRegion> regions, VaultEvents homeEvents, KeyTable keys) {
        long reached = regions.stream()
                .map(region -> region.header().header())
                .filter(header -> header.homeEpoch() < newest.header().homeEpoch())
                .mapToLong(header -> header.generation())
                .max()
                .orElse(0);
        if (reached < newest.header().generation() || home.isEmpty()) {
            return newest;
        }
        var raised = SealedHeader.seal(newest.header().after(reached), keys.key(KeyTable.Purpose.HEADER_MAC));
        new HomeHeader(home.get(), homeEvents).replace("RaiseGeneration", newest, raised);
        return raised;
    }

    /// @return to be written together with the announcement of `newest` in that Region
    /// @throws VaultException REFUSED_FOR_SAFETY if that can't be done now
    Consumer<UnitOfWork> of(StoredRegion region, SealedHeader newest) {
        var own = region.header().header();
        if (own.homeEpoch() >= newest.header().homeEpoch()) {
            return work -> {};
        }
        boolean wasHome = own.homeRegion().equals(region.name()) && !newest.header().homeRegion().equals(region.name());
        if (own.generation() >= newest.header().generation() || wasHome && home.isEmpty()) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The Region " + region.name() + " in " + region.layout().folder() + " missed that "
                            + newest.header().homeRegion() + " became the home. Nothing was changed.",
                    "Connect the disk of " + newest.header().homeRegion() + " too, lock the vault and unlock it again.");
        }
        if (!wasHome) {
            return work -> {};
        }
        var later = LaterWrites.find(
                region.store().view(), home.orElseThrow().store().view());
        return work -> LaterWrites.leave(work, later);
    }
}
