package app.keyhold.kms.operation.schedule;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.time.Instant;
import java.util.List;

/// A person vouches for today's date, after a long rest or a clock that jumped: deletions that were held may go on.
public final class ConfirmDate implements Operation<ConfirmDate.Request, ConfirmDate.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// @param date what the computer's clock said when it was confirmed
    public record Response(Instant date) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public String eventSource() {
        return "keyhold.app";
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
        return List.of(new Access.IamOnly("keyhold:ConfirmDate"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            long head = work.audit().head().number();
            work.putSetting(ClockTrail.SETTING, new ClockTrail.Witness(head, work.now()).text());
            return new Response(work.now());
        });
    }
}
