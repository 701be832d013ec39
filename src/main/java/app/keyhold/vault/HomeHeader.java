package app.keyhold.vault;

import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.header.SealedHeader;
import java.util.Map;

/// Replaces the header in the home's folder while no door is open, in the order of every change of a header. The other
/// Regions find it in the home's outbox.
final class HomeHeader {
    private final StoredRegion home;
    private final VaultEvents events;

    HomeHeader(StoredRegion home, VaultEvents events) {
        this.home = home;
        this.events = events;
    }

    /// @param event why
    /// @throws app.keyhold.kms.StoreException if the home can't be written
    void replace(String event, SealedHeader from, SealedHeader to) {
        events.record(event, Map.of(), work -> HeaderMemory.announce(work, HeaderKeeper.seen(to)));
        home.layout().reached().accept(event + " announced");
        home.layout().header().replace(from, to);
        events.record("SettleHeader", Map.of(), work -> {
            Settling.settle(work, to);
            Membership.of(to.header())
                    .othersThan(home.name())
                    .forEach(region -> HeaderKeeper.leaveFor(work, region));
        });
        home.headerIs(to);
        home.layout().reached().accept(event + " settled");
    }
}
