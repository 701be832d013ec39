package app.keyhold.kms.operation.session;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Access;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.List;

/// Says to whoever asks who they are. No permission is needed.
public final class GetCallerIdentity extends CallerOperation<GetCallerIdentity.Request, GetCallerIdentity.Response> {
    public record Request() implements KmsRequest<Response> {}

    /// @param userId the account's number for its root, `AIDA…` for a user, `AROA…:NAME` for a session of a role
    public record Response(String account, String arn, String userId) {}

    public GetCallerIdentity() {
        super(Request.class);
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(new Access.OfOneself("sts:GetCallerIdentity"));
    }

    @Override
    public Prepared<Response> prepareFor(Caller caller, View view, Request request, List<Key> keys) {
        return Prepared.answer(new Response(view.account(), caller.principal().arn(), userId(view, caller.principal())));
    }

    private static String userId(View view, Principal principal) {
        return principal instanceof Principal.AssumedRole session
                ? uniqueId(view, session.role()) + ":" + session.sessionName()
                : uniqueId(view, principal);
    }

    private static String uniqueId(View view, Principal principal) {
        return view.identity(principal.arn()).map(Identity::uniqueId).orElseThrow();
    }
}
