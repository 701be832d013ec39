package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.ImportParameters;
import app.keyhold.kms.key.Key;
import java.util.List;

/// Removes the private wrapping keys of imports whose time is over: what was recorded on its way in opens no more.
public final class DeleteExpiredParameters
        implements Operation<DeleteExpiredParameters.Request, DeleteExpiredParameters.Response> {
    public record Request() implements KmsRequest<Response> {}

    public record Response(int deleted) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "keyhold.app";
    }

    @Override
    public AuditEvent.Kind eventKind() {
        return AuditEvent.Kind.SERVICE_EVENT;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of();
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.OwnSchedule("keyhold:DeleteExpiredParameters", Principal.Service.KMS));
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
