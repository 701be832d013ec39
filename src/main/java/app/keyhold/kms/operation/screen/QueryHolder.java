package app.keyhold.kms.operation.screen;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.RoleTerms;
import app.keyhold.kms.Access;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A user or role with all its policies, and the policies Keyhold offers to give.
public final class QueryHolder extends ScreenOperation<QueryHolder.Request, QueryHolder.Response> {
    private static final List<NamedPolicy> OFFERED =
            List.of(IdentityPolicies.administrator(), IdentityPolicies.keyUser());

    public record Request(@Required String screenSession, @Required @Length(min = 20, max = 2048) String principalArn)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param offered those it does not have
    /// @param role of roles alone
    public record Response(
            Holder holder,
            Instant created,
            List<Policy> policies,
            List<Policy> offered,
            Optional<String> permissionsBoundary,
            Optional<Terms> role) {}

    /// @param asOffered whether it is word for word one that Keyhold offers
    public record Policy(String name, String document, boolean asOffered) {
        private static Policy of(NamedPolicy policy) {
            return new Policy(policy.name(), policy.document(), OFFERED.contains(policy));
        }
    }

    /// @param maxSessionDuration in seconds
    public record Terms(String trustPolicy, String description, int maxSessionDuration) {}

    public QueryHolder() {
        super(Request.class, "keyhold.app", "iam:GetUser");
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        String of = request.principalArn().contains(":role/") ? "Role" : "User";
        return List.of(
                new Access.IamOnly("iam:Get" + of, request.principalArn()),
                new Access.IamOnly("iam:Get" + of + "Policy", request.principalArn()));
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Identity identity = view.identity(request.principalArn())
                .orElseThrow(() -> new KmsException(
                        Fault.NoSuchEntityException, request.principalArn() + " cannot be found."));
        return Prepared.answer(new Response(
                Holder.of(identity),
                identity.created(),
                identity.policies().stream().map(Policy::of).toList(),
                OFFERED.stream()
                        .filter(offer -> identity.policy(offer.name()).isEmpty())
                        .map(Policy::of)
                        .toList(),
                identity.permissionsBoundary(),
                identity.role().map(terms -> terms(view, terms))));
    }

    private static Terms terms(View view, RoleTerms terms) {
        return new Terms(
                KnownPrincipals.shown(view, terms.trustPolicy()), terms.description(), terms.maxSessionDuration());
    }
}
