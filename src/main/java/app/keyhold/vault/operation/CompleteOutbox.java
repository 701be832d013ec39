package app.keyhold.vault.operation;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.outbox.OutboxEntry;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Takes entries out of this Region's outbox that other Regions have done. An entry that was renewed meanwhile has another
/// id and stays.
public final class CompleteOutbox extends RegionService<CompleteOutbox.Request, CompleteOutbox.Response> {
    public record Request(@Required @Length(min = 1, max = 1000) List<String> operationIds)
            implements KmsRequest<Response> {}

    /// @param completed how many were taken out
    public record Response(int completed) {}

    public CompleteOutbox() {
        super(Request.class);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            List<OutboxEntry> done = work.outbox().stream()
                    .filter(entry -> request.operationIds().contains(entry.id()))
                    .toList();
            done.forEach(work::remove);
            return new Response(done.size());
        });
    }
}
