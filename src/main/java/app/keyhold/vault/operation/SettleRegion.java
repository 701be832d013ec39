package app.keyhold.vault.operation;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Says that a person has decided about what this Region did while it took itself for the home: it is shown no longer.
/// What was to stay has been done again at the present home by then.
public final class SettleRegion extends VaultOperation<SettleRegion.Request, SettleRegion.Response> {
    /// @param region the one that is asked
    public record Request(@Required @Length(min = 1, max = 32) String region) implements KmsRequest<Response> {}

    /// @param settled how much was waiting for a decision
    public record Response(String region, int settled) {}

    public SettleRegion() {
        super(Request.class, SOURCE);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        if (!view.region().equals(request.region())) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "What a Region did is settled in that Region: ask with --region " + request.region() + ".");
        }
        return Prepared.change(work -> new Response(view.region(), LaterWrites.settle(work)));
    }
}
