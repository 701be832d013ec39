package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.screen.VerificationProgress.Walk;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// How far a [VerifyTrail] of the same session has come.
public final class QueryVerification extends ScreenOperation<QueryVerification.Request, QueryVerification.Response> {
    private final VerificationProgress progress;

    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param walked rows so far; empty while none is under way
    public record Response(Optional<Long> walked, Optional<Long> rows) {}

    QueryVerification(VerificationProgress progress) {
        super(Request.class, "keyhold.app", "keyhold:VerifyTrail");
        this.progress = progress;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Optional<Walk> walk = progress.of(request.screenSession());
        return Prepared.answer(new Response(walk.map(Walk::walked), walk.map(Walk::rows)));
    }
}
