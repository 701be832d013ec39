package app.keyhold.vault;

import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.operation.region.Families;
import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.header.SealedHeader;
import java.util.List;

/// What a Region's database takes from a header that is in place. Only then: whether a change of the header happened, the
/// file decides.
final class Settling {
    private Settling() {}

    static void settle(UnitOfWork work, SealedHeader header) {
        var before = Membership.of(work);
        var now = Membership.of(header.header());
        HeaderMemory.confirm(work, HeaderKeeper.seen(header));
        if (!now.equals(before)) {
            now.put(work);
        }
        before.regions().stream()
                .filter(region -> !now.regions().contains(region))
                .forEach(gone -> part(work, gone, now.regions()));
    }

    /// Of a Region that does not belong to the vault any more nothing is expected, and no key has a relative there.
    private static void part(UnitOfWork work, String gone, List<String> members) {
        Families.inherit(work, gone, members);
        Families.forget(work, gone);
        work.outbox().stream().filter(entry -> entry.target().equals(gone)).forEach(work::remove);
    }
}
