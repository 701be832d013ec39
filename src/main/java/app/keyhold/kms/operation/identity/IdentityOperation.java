package app.keyhold.kms.operation.identity;

import app.keyhold.audit.AuditEvent;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;
import java.util.function.UnaryOperator;

/// What the operations of IAM have in common: no key is named, and one action on the principal's ARN decides.
public abstract class IdentityOperation<Q extends KmsRequest<R>, R> implements Operation<Q, R> {
    private static final String OWNER = "owner";

    private final Class<Q> requestType;
    private final String account;

    protected IdentityOperation(Class<Q> requestType, String account) {
        this.requestType = requestType;
        this.account = account;
    }

    /// Whom the request is about.
    protected abstract Principal about(Q request);

    protected final Principal.Role role(String name) {
        return new Principal.Role(account, name);
    }

    /// The person named `owner` is the account's root.
    protected final Principal user(String name) {
        return name.equals(OWNER) ? new Principal.Root(account) : new Principal.User(account, name);
    }

    @Override
    public final Class<Q> requestType() {
        return requestType;
    }

    @Override
    public final String eventSource() {
        return "iam.amazonaws.com";
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.ADMINISTRATION;
    }

    /// Writes what `change` makes of whom the request is about.
    ///
    /// @throws KmsException NoSuchEntityException, or UnsupportedOperationException for the account's root
    protected final Prepared<R> change(View view, Q request, UnaryOperator<Identity> change, R response) {
        Principal principal = about(request);
        Holders.requireChangeable(principal);
        // What it refuses, it refuses before the writer's turn too.
        var _ = change.apply(Holders.find(view, principal));
        return Prepared.change(work -> {
            work.put(change.apply(Holders.find(work, principal)));
            return response;
        });
    }

    @Override
    public List<Key> resolve(View view, Q request) {
        return List.of();
    }

    /// `iam:CreateRole` on the role.
    @Override
    public List<Access> accesses(Q request, List<Key> keys) {
        return List.of(new Access.IamOnly("iam:" + name(), about(request).arn()));
    }
}
