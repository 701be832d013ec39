package app.keyhold.vault.operation;

import app.keyhold.iam.Identity;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.store.HeaderMemory;
import app.keyhold.vault.HeaderKeeper;
import java.util.List;

/// The last step of every change of the header, and what an unlock does when a crash left one half-way: the header on
/// disk becomes the one that counts, and a user whose admission it decides is let in or removed.
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
            HeaderMemory.confirm(work, found);
            if (news) {
                headers.current().regions().stream()
                        .filter(region -> !region.equals(work.region()))
                        .forEach(region -> HeaderKeeper.leaveFor(work, region));
            }
            settleAdmission(work);
            return new Response(found.generation());
        });
    }

    /// Whether there is something to settle.
    public static boolean isDue(View view, HeaderKeeper headers) {
        var memory = HeaderMemory.of(view);
        return memory.pending().isPresent()
                || memory.current().filter(headers.seen()::equals).isEmpty()
                || !Admission.of(view).isEmpty();
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
