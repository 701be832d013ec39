package app.keyhold.vault;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.header.SealedHeader;
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
        bring(header, work -> {});
    }

    /// @param along written with the last step
    /// @throws VaultException IN_USE, NO_SPACE
    void bring(SealedHeader header, Consumer<UnitOfWork> along) {
        var seen = HeaderKeeper.seen(header);
        var files = region.layout().header();
        try (var alone = VaultLock.ofHeader(region.layout().folder()).acquire()) {
            var there = files.read();
            if (!there.equals(header)) {
                RegionFiles.told(() -> events.record(
                        "AdoptHeader",
                        Map.of("generation", Long.toString(header.header().generation())),
                        work -> HeaderMemory.announce(work, seen)));
                region.layout().reached().accept("header announced in " + region.name());
                files.replace(there, header);
                region.layout().reached().accept("header replaced in " + region.name());
            }
            RegionFiles.told(() -> events.record("SettleHeader", Map.of(), work -> {
                HeaderMemory.confirm(work, seen);
                Membership.of(header.header()).put(work);
                along.accept(work);
            }));
            files.tidy(header);
            region.headerIs(header);
            region.layout().reached().accept("header settled in " + region.name());
        }
    }
}
