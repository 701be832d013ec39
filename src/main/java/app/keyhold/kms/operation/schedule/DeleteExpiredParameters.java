package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import java.util.List;

/// Removes the private wrapping keys of imports whose time is over: what was recorded on its way in opens no more.
public final class DeleteExpiredParameters
        implements OwnWork<DeleteExpiredParameters.Request, DeleteExpiredParameters.Response> {
    public record Request() implements KmsRequest<Response> {}

    public record Response(int deleted) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            List<ImportParameters> expired = work.expiredImportParameters(work.now());
            expired.forEach(work::remove);
            return new Response(expired.size());
        });
    }
}
