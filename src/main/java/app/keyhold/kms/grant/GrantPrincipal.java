package app.keyhold.kms.grant;

import app.keyhold.iam.Principal;
import java.util.Optional;

/// Who a grant is to, or who may retire it.
///
/// @param name an ARN, or a service's principal name: `ebs.amazonaws.com`
/// @param uniqueId of the user or role that had the name when the grant was made, of a session's role, or of the
///     account: whoever is made anew under the name is somebody else. Empty for a service
public record GrantPrincipal(String name, String uniqueId) {
    /// The account's root, and where policies leave it to them, everybody in the account.
    public static GrantPrincipal ofAccount(String account) {
        return new GrantPrincipal(new Principal.Root(account).arn(), account);
    }

    public static GrantPrincipal ofService(String name) {
        return new GrantPrincipal(name, "");
    }

    public boolean isService() {
        return uniqueId.isEmpty();
    }

    public Optional<String> arn() {
        return Optional.of(name).filter(_ -> !isService());
    }

    public Optional<String> service() {
        return Optional.of(name).filter(_ -> isService());
    }
}
