package app.keyhold.vault.operation;

import app.keyhold.crypto.Blob;
import app.keyhold.iam.Identity;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.region.Families;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.HeaderKeeper;
import java.util.List;

/// The last step of every change of the header, and what an unlock does when a crash left one half-way: the header on
/// disk becomes the one that counts, a user whose admission it decides is let in or removed, and a Region that it makes
/// the home in the place of a lost one takes over what was the lost one's.
public final class SettleHeader extends RegionService<SettleHeader.Request, SettleHeader.Response> {
    public record Request() implements KmsRequest<Response> {}

    public record Response(long generation) {}

    private final HeaderKeeper headers;

    public SettleHeader(HeaderKeeper headers) {
        super(Request.class);
        this.headers = headers;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            var found = headers.seen();
            boolean news = HeaderMemory.of(work).current().filter(found::equals).isEmpty();
            headers.settle(work);
            var lost = Promotion.end(work, headers.current());
            if (news) {
                others(work).forEach(region -> HeaderKeeper.leaveFor(work, region));
            }
            lost.ifPresent(region -> takeOver(work, region));
            settleAdmission(work);
            return new Response(found.generation());
        });
    }

    /// Whether there is something to settle.
    public static boolean isDue(View view, HeaderKeeper headers) {
        var memory = HeaderMemory.of(view);
        return memory.pending().isPresent()
                || memory.current().filter(headers.seen()::equals).isEmpty()
                || !Admission.of(view).isEmpty()
                || Promotion.isUnderWay(view);
    }

    private List<String> others(View view) {
        return headers.current().regions().stream()
                .filter(region -> !region.equals(view.region()))
                .toList();
    }

    /// Whatever the others have taken over from the lost home, what is here counts from now on.
    private void takeOver(UnitOfWork work, String lost) {
        Families.takeOver(work, lost, work.region());
        others(work).forEach(region ->
                OutboxEntry.leave(work, region, OutboxEntry.Kind.PRINCIPALS, "", Blob.of(new byte[0])));
    }

    private void settleAdmission(UnitOfWork work) {
        var arn = Admission.of(work);
        if (arn.isEmpty()) {
            return;
        }
        work.identity(arn).filter(identity -> !identity.enabled()).ifPresent(identity -> {
            if (hasSlot(identity)) {
                work.put(identity.withEnabled(true));
            } else {
                work.remove(identity);
            }
        });
        Admission.end(work);
    }

    private boolean hasSlot(Identity identity) {
        return headers.current().slots().stream()
                .anyMatch(slot -> identity.slotId().filter(slot.id()::equals).isPresent());
    }
}
