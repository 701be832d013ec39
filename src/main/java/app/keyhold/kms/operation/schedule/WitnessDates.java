package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Remembers which deletion dates have been announced in which session and, where the clock runs steadily, up to which
/// row of the chain that was seen.
public final class WitnessDates implements OwnWork<WitnessDates.Request, WitnessDates.Response> {
    /// @param session one unlocking of the vault, from then until it is locked
    public record Request(@Required @Length(min = 1, max = 64) String session) implements KmsRequest<Response> {}

    /// @param announced how many deletions are pending
    public record Response(int announced) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        ClockTrail clock = ClockTrail.of(view);
        return Prepared.change(work -> {
            Announcements announced = Announcements.of(work).updated(work, request.session());
            work.putSetting(Announcements.SETTING, announced.text());
            if (clock.doubt(work.now()).isEmpty()) {
                work.putSetting(ClockTrail.SETTING, new ClockTrail.Witness(clock.upTo(), work.now()).text());
            }
            return new Response(announced.entries().size());
        });
    }
}
