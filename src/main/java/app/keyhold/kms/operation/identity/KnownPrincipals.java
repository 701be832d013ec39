package app.keyhold.kms.operation.identity;

import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyDocument;
import app.keyhold.iam.PolicyNames;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Whom the policy of a key or role names. Each must be there when it is put, and is kept by unique id from then on: a name
/// without a bearer would let in whoever takes it later.
public final class KnownPrincipals {
    private static final Pattern SESSION = Pattern.compile("arn:aws:sts::([0-9]{12}):assumed-role/([^/]+)/([^/]+)");

    private KnownPrincipals() {}

    /// @throws KmsException MalformedPolicyDocumentException
    public static void require(View view, PolicyDocument policy) {
        policy.namedPrincipals().forEach(name -> kept(view, name));
    }

    /// Whether a policy may name it: everybody, the account, or somebody who is here.
    public static boolean isKnown(View view, String name) {
        return bearer(view, name).isPresent();
    }

    /// As it is kept: with the unique id of each user, role and session in place of the ARN.
    ///
    /// @param policy that was understood
    /// @throws KmsException MalformedPolicyDocumentException
    public static String bound(View view, String policy) {
        return PolicyNames.renamed(policy, name -> kept(view, name));
    }

    /// As it is read: with the ARN of everybody who is there, and the unique id of whoever is gone.
    public static String shown(View view, String policy) {
        if (!policy.contains("AIDA") && !policy.contains("AROA")) {
            return policy;
        }
        Map<String, Principal> byId = view.identities().stream()
                .collect(Collectors.toMap(Identity::uniqueId, Identity::principal, (one, _) -> one));
        return PolicyNames.renamed(policy, name -> PolicyNames.isUniqueId(name) ? arn(name, byId) : name);
    }

    private static String kept(View view, String name) {
        return bearer(view, name)
                .orElseThrow(() -> new KmsException(
                        Fault.MalformedPolicyDocumentException,
                        "Policy contains a statement with one or more invalid principals."));
    }

    private static Optional<String> bearer(View view, String name) {
        boolean everybodyOrAccount = name.equals("*")
                || name.equals(view.account())
                || name.equals(new Principal.Root(view.account()).arn());
        if (everybodyOrAccount) {
            return Optional.of(name);
        }
        return PolicyNames.isUniqueId(name) ? ofSomebody(view, name) : uniqueId(view, name);
    }

    private static Optional<String> ofSomebody(View view, String uniqueId) {
        String id = uniqueId.split(":", 2)[0];
        return view.identities().stream().anyMatch(identity -> identity.uniqueId().equals(id))
                ? Optional.of(uniqueId)
                : Optional.empty();
    }

    /// Of a session, which comes and goes, its role's with the session's name.
    private static Optional<String> uniqueId(View view, String arn) {
        Matcher session = SESSION.matcher(arn);
        return session.matches()
                ? view.identity(new Principal.Role(session.group(1), session.group(2)).arn())
                        .map(role -> role.uniqueId() + ":" + session.group(3))
                : view.identity(arn).map(Identity::uniqueId);
    }

    private static String arn(String uniqueId, Map<String, Principal> byId) {
        String[] idAndSession = uniqueId.split(":", 2);
        Optional<Principal> there = Optional.ofNullable(byId.get(idAndSession[0]));
        if (idAndSession.length == 1) {
            return there.map(Principal::arn).orElse(uniqueId);
        }
        return there.filter(Principal.Role.class::isInstance)
                .map(Principal.Role.class::cast)
                .map(role -> new Principal.AssumedRole(role.account(), role.name(), idAndSession[1]).arn())
                .orElse(uniqueId);
    }
}
