package app.keyhold.kms.operation.alias;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Removes a name; its key stays.
public final class DeleteAlias implements Operation<DeleteAlias.Request, DeleteAlias.Response> {
    public record Request(
            @Required @Length(min = 1, max = 256) @Matches("^[a-zA-Z0-9:/_-]+$") String aliasName)
            implements KmsRequest<Response> {}

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        AliasRules.requireName(request.aliasName());
        return List.of(AliasRules.holder(view, request.aliasName()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return AliasRules.accesses("kms:DeleteAlias", request.aliasName(), keys);
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        return Prepared.change(work -> {
            work.remove(KeyLookup.alias(work, request.aliasName()));
            return new Response();
        });
    }
}
