package app.keyhold.kms.operation.role;

import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyKind;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.identity.Holders;
import app.keyhold.kms.operation.identity.IdentityOperation;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import app.keyhold.kms.operation.identity.UniqueIds;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A role: permissions that whoever its trust policy names can take on for a while. It has none until it gets policies.
public final class CreateRole extends IdentityOperation<CreateRole.Request, CreateRole.Response> {
    private static final int MOST_ROLES = 1_000;

    /// @param maxSessionDuration in seconds; an hour unless given
    /// @param permissionsBoundary a policy document, where IAM has a managed policy's ARN
    public record Request(
            @Required @Length(min = 1, max = 131072) @Matches("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+") String assumeRolePolicyDocument,
            @Length(max = 1000) Optional<String> description,
            @Range(min = RoleTerms.LEAST_MAXIMUM, max = RoleTerms.MOST_MAXIMUM) Optional<Integer> maxSessionDuration,
            @Length(min = 1, max = 131072) Optional<String> permissionsBoundary,
            @Required @Length(min = 1, max = 64) @Matches("[\\w+=,.@-]+") String roleName)
            implements KmsRequest<Response> {
        public static Request of(String roleName, String assumeRolePolicyDocument) {
            return new Request(
                    assumeRolePolicyDocument, Optional.empty(), Optional.empty(), Optional.empty(), roleName);
        }
    }

    public record Response(Role role) {}

    public CreateRole(String account) {
        super(Request.class, account);
    }

    @Override
    protected Principal.Role about(Request request) {
        return role(request.roleName());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        KnownPrincipals.require(view, Holders.parse(PolicyKind.TRUST, request.assumeRolePolicyDocument()));
        request.permissionsBoundary().ifPresent(document -> Holders.parse(PolicyKind.IDENTITY, document));
        return Prepared.change(work -> {
            var role = about(request);
            requireFree(work, role.arn(), request.roleName());
            var terms = new RoleTerms(
                    KnownPrincipals.bound(work, request.assumeRolePolicyDocument()),
                    request.description().orElse(""),
                    request.maxSessionDuration().orElse(RoleTerms.LEAST_MAXIMUM),
                    0);
            var identity = Identity.ofRole(role, UniqueIds.ofRole(), terms, work.now())
                    .withPermissionsBoundary(request.permissionsBoundary());
            work.put(identity);
            return new Response(Role.of(work, identity));
        });
    }

    private static void requireFree(View work, String arn, String roleName) {
        if (work.identity(arn).isPresent()) {
            throw new KmsException(
                    Fault.EntityAlreadyExistsException, "Role with name " + roleName + " already exists.");
        }
        if (work.identities().stream().filter(one -> one.role().isPresent()).count() >= MOST_ROLES) {
            throw new KmsException(
                    Fault.LimitExceededException, "Cannot exceed quota for RolesPerAccount: " + MOST_ROLES);
        }
    }
}
