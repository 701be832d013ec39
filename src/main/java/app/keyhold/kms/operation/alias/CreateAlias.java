package app.keyhold.kms.operation.alias;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Set;

/// Gives a key a name that can be pointed at another key later.
public final class CreateAlias implements Operation<CreateAlias.Request, CreateAlias.Response> {
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

    @Override
    public List<Key> resolve(View view, Request request) {
        AliasRules.requireName(request.aliasName());
        return List.of(AliasRules.target(view, request.targetKeyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return AliasRules.accesses("kms:CreateAlias", request.aliasName(), keys);
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.NOT_BEING_DELETED;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.customerManaged(keys.getFirst());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key target = keys.getFirst();
        return Prepared.change(work -> {
            if (work.alias(request.aliasName()).isPresent()) {
                String arn = AliasRules.arn(target, request.aliasName());
                throw new KmsException(
                        Fault.AlreadyExistsException, "An alias with the name " + arn + " already exists");
            }
            AliasRules.requireRoom(work, target);
            work.put(new Alias(request.aliasName(), target.id(), work.now(), work.now(), 0));
            return new Response();
        });
    }
}
