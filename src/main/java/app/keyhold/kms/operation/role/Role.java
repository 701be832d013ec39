package app.keyhold.kms.operation.role;

import app.keyhold.iam.Identity;
import app.keyhold.iam.RoleTerms;
import app.keyhold.kms.View;
import app.keyhold.kms.operation.identity.KnownPrincipals;
import java.time.Instant;
import java.util.Optional;

/// IAM API: Role. Policies are plain JSON; the boundary is a document.
///
/// @param maxSessionDuration in seconds
public record Role(
        String arn,
        String assumeRolePolicyDocument,
        Instant createDate,
        Optional<String> description,
        int maxSessionDuration,
        String path,
        Optional<String> permissionsBoundary,
        String roleId,
        String roleName) {
    /// @param identity a role's
    static Role of(View view, Identity identity) {
        RoleTerms terms = identity.role().orElseThrow();
        return new Role(
                identity.principal().arn(),
                KnownPrincipals.shown(view, terms.trustPolicy()),
                identity.created(),
                Optional.of(terms.description()).filter(text -> !text.isEmpty()),
                terms.maxSessionDuration(),
                "/",
                identity.permissionsBoundary(),
                identity.uniqueId(),
                identity.principal().name());
    }
}
