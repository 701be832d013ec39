package app.keyhold.kms.operation.file;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Forgets files that are gone, or that nobody shall know of. The files themselves are not touched, and open as before.
public final class ForgetFiles implements Operation<ForgetFiles.Request, ForgetFiles.Response> {
    public static final int MOST = 64;

    /// @param messageIds as [app.keyhold.kms.operation.screen.QueryFiles] answers them; unknown ones are passed over
    public record Request(
            @Required @Length(min = 1, max = MOST) @EachLength(min = 64, max = 64) List<String> messageIds)
            implements KmsRequest<Response> {}

    public record Response(int forgotten) {}

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
        return List.of(new Access.IamOnly("keyhold:ForgetFiles"));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            List<List<KnownFile>> known = request.messageIds().stream()
                    .distinct()
                    .map(work.files()::find)
                    .filter(rows -> !rows.isEmpty())
                    .toList();
            known.forEach(rows -> rows.forEach(work::remove));
            return new Response(known.size());
        });
    }
}
