package app.keyhold.kms.operation.alias;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;

/// Points an alias at another key of the same type and usage.
public final class UpdateAlias implements Operation<UpdateAlias.Request, UpdateAlias.Response> {
    public record Request(
            @Required @Length(min = 1, max = 256) @Matches("^[a-zA-Z0-9:/_-]+$") String aliasName,
            @Required @Length(min = 1, max = 2048) String targetKeyId)
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

    /// The key the alias points at, then the one it shall point at.
    @Override
    public List<Key> resolve(View view, Request request) {
        AliasRules.requireName(request.aliasName());
        Key target = AliasRules.target(view, request.targetKeyId());
        return List.of(AliasRules.holder(view, request.aliasName()), target);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return AliasRules.accesses("kms:UpdateAlias", request.aliasName(), keys);
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Key before = keys.getFirst();
        Key after = keys.getLast();
        Require.customerManaged(after);
        if (before.usage() != after.usage() || AliasRules.type(before) != AliasRules.type(after)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "Alias %s points at a key of another type or usage than %s. Both must be the same."
                            .formatted(AliasRules.arn(before, request.aliasName()), after.arn()));
        }
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key target = keys.getLast();
        // The state table tells the two keys apart: the old one may be pending deletion, the new one may not.
        if (AcceptedStates.BEING_DELETED.contains(target.state())) {
            throw new KmsException(Fault.KMSInvalidStateException, target.arn() + " is pending deletion.");
        }
        return Prepared.change(work -> {
            Alias alias = KeyLookup.alias(work, request.aliasName());
            if (!alias.targetKeyId().equals(target.id())) {
                AliasRules.requireRoom(work, target);
            }
            work.put(new Alias(alias.name(), target.id(), alias.created(), work.now(), 0));
            return new Response();
        });
    }
}
