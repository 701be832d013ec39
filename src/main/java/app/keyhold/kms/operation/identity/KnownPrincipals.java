package app.keyhold.kms.operation.identity;

import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom a policy names must be there when it is put: a name without a bearer would let in whoever takes it later.
public final class KnownPrincipals {
    private static final Pattern SESSION = Pattern.compile("arn:aws:sts::([0-9]{12}):assumed-role/([^/]+)/[^/]+");

    private KnownPrincipals() {}

    /// @throws KmsException MalformedPolicyDocumentException
    public static void require(View view, PolicyDocument policy) {
        for (String principal : policy.namedPrincipals()) {
            if (!exists(view, principal)) {
                throw new KmsException(
                        Fault.MalformedPolicyDocumentException,
                        "Policy contains a statement with one or more invalid principals.");
            }
        }
    }

    private static boolean exists(View view, String principal) {
        return principal.equals(view.account())
                || principal.equals(new Principal.Root(view.account()).arn())
                || view.identity(role(principal).orElse(principal)).isPresent();
    }

    /// Of a session, which comes and goes, the role.
    private static Optional<String> role(String principal) {
        Matcher session = SESSION.matcher(principal);
        return session.matches()
                ? Optional.of(new Principal.Role(session.group(1), session.group(2)).arn())
                : Optional.empty();
    }
}
