package app.keyhold.kms.operation.grant;

import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.grant.GrantPrincipal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The principals grants name: account root, users, roles and sessions of roles by ARN, services by principal name.
final class GrantPrincipals {
    private static final Pattern SESSION = Pattern.compile("arn:aws:sts::([0-9]{12}):assumed-role/([^/]+)/([^/]+)");

    private GrantPrincipals() {}

    /// @throws KmsException InvalidArnException unless somebody of this vault has the name
    static GrantPrincipal known(View view, String arn) {
        GrantPrincipal account = GrantPrincipal.ofAccount(view.account());
        if (arn.equals(account.name())) {
            return account;
        }
        return holder(view, arn)
                .map(identity -> new GrantPrincipal(arn, identity.uniqueId()))
                .orElseThrow(() -> new KmsException(
                        Fault.InvalidArnException, "ARN does not refer to a valid principal: " + arn));
    }

    /// As lists show it: the unique id of somebody who is gone, so that nobody takes the next one of the name for them.
    static Optional<String> shown(View view, GrantPrincipal principal) {
        boolean here = principal.equals(GrantPrincipal.ofAccount(view.account()))
                || holder(view, principal.name())
                        .map(Identity::uniqueId)
                        .filter(principal.uniqueId()::equals)
                        .isPresent();
        return principal.arn().map(arn -> here ? arn : principal.uniqueId());
    }

    private static Optional<Identity> holder(View view, String arn) {
        Matcher session = SESSION.matcher(arn);
        return session.matches()
                ? view.identity(new Principal.Role(session.group(1), session.group(2)).arn())
                : view.identity(arn);
    }
}
