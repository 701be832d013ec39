package app.keyhold.vault;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Promotion;
import java.util.Map;
import java.util.function.Consumer;

/// Brings a Region's folder the header that counts, in the order of every change of a header: the database is told first,
/// then the file is replaced, then the database knows it. Cut short anywhere, it is finished by doing it again.
final class HeaderCopy {
    private final VaultEvents events;
    private final StoredRegion region;

    HeaderCopy(VaultEvents events, StoredRegion region) {
        this.events = events;
        this.region = region;
    }

    void bring(SealedHeader header) {
        bring(header, work -> {}, work -> {});
    }

    /// @param first written with the first step: what is to be kept of the header that goes
    /// @param last written with the last step
    /// @throws VaultException IN_USE, NO_SPACE; REFUSED_FOR_SAFETY or RIVAL_HOME if what is there is no older one
    void bring(SealedHeader header, Consumer<UnitOfWork> first, Consumer<UnitOfWork> last) {
        var seen = HeaderKeeper.seen(header);
        var files = region.layout().header();
        try (var alone = VaultLock.ofHeader(region.layout().folder()).acquire()) {
            var there = files.read();
            if (!there.equals(header)) {
                requireOlder(there, header);
                RegionFiles.told(() -> events.record(
                        "AdoptHeader",
                        Map.of("generation", Long.toString(header.header().generation())),
                        work -> {
                            HeaderMemory.announce(work, seen);
                            first.accept(work);
                        }));
                region.layout().reached().accept("header announced in " + region.name());
                files.replace(there, header);
                region.layout().reached().accept("header replaced in " + region.name());
            }
            RegionFiles.told(() -> events.record("SettleHeader", Map.of(), work -> {
                boolean wasHome = Membership.of(work).isHome(work);
                Settling.settle(work, header);
                Promotion.forget(work);
                if (wasHome && !Membership.of(work).isHome(work)) {
                    withdraw(work);
                }
                last.accept(work);
            }));
            files.tidy(header);
            region.headerIs(header);
            region.layout().reached().accept("header settled in " + region.name());
        }
    }

    private void requireOlder(SealedHeader there, SealedHeader header) {
        if (there.header().rivals(header.header())) {
            throw RegionAttaching.rival(
                    header.header().homeRegion(), there.header().homeRegion(), region.layout());
        }
        if (!header.header().isNewerThan(there.header())) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The header in " + region.layout().folder() + " has gone another way than this one.",
                    "Lock the vault and unlock it again.");
        }
    }

    /// What it left to others as the home, and primary keys it was about to give away: they have both from the present home.
    private static void withdraw(UnitOfWork work) {
        var home = Membership.of(work).home();
        work.outbox().stream()
                .filter(entry -> switch (entry.kind()) {
                    case HEADER, PRINCIPALS -> true;
                    case PRIMARY -> isRelated(work, entry.subject(), home);
                    case REPLICA, KEY, REPLICA_GONE -> false;
                })
                .forEach(work::remove);
    }

    private static boolean isRelated(UnitOfWork work, String keyId, String region) {
        return work.key(keyId)
                .flatMap(Key::multiRegion)
                .filter(relatives -> relatives.othersThan(work.region()).contains(region))
                .isPresent();
    }
}
