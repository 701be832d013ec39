package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Decision;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.kms.key.Key;

/// A denial in the service's words (IAM user guide, "Access denied error messages").
final class Denials {
    private Denials() {}

    static KmsException refusal(Caller caller, Access access, Decision decision) {
        return switch (access) {
            case Access.ByCiphertext _ -> new KmsException(Fault.AccessDeniedException, Access.UNKNOWN_OR_DENIED);
            case Access.AfterPolicyChange _ ->
                new KmsException(Fault.MalformedPolicyDocumentException, Access.LOCKED_OUT);
            case Access.OnKey(String action, Key key) ->
                accessDenied(caller, action, PermissionCheck.arn(key), decision);
            case Access.ByGrant(String action, Key key, _) ->
                accessDenied(caller, action, PermissionCheck.arn(key), decision);
            case Access.OnRole(String action, var role) -> accessDenied(caller, action, role.arn(), decision);
            case Access.OnAlias(String action, String aliasArn) -> accessDenied(caller, action, aliasArn, decision);
            case Access.IamOnly(String action, String resource) -> accessDenied(caller, action, resource, decision);
            case Access.OnAccessKey(String action, String id) ->
                accessDenied(caller, action, "access key " + id, decision);
            case Access.InRegion _, Access.OfOneself _, Access.ThroughService _, Access.OwnSchedule _ ->
                accessDenied(caller, access.action(), PermissionCheck.ANY_RESOURCE, decision);
        };
    }

    static KmsException accessDenied(Caller caller, String action, String resource, Decision decision) {
        String source = decision.reasons().getFirst().source();
        boolean explicit = decision instanceof Decision.Denied denied && denied.explicit();
        return new KmsException(
                Fault.AccessDeniedException,
                "User: " + caller.principal().arn() + " is not authorized to perform: " + action + " on resource: "
                        + resource
                        + (explicit
                                ? " with an explicit deny in " + article(kind(source))
                                : " because no " + kind(source) + " allows the " + action + " action"));
    }

    private static String kind(String source) {
        if (source.equals(PolicyEvaluator.KEY_POLICY)) {
            return "resource-based policy";
        }
        if (source.equals(PolicyEvaluator.TRUST_POLICY)) {
            return "role trust policy";
        }
        return source.equals(PolicyEvaluator.BOUNDARY) || source.equals(PolicyEvaluator.SESSION_POLICY)
                ? source
                : "identity-based policy";
    }

    private static String article(String kind) {
        return kind.equals("role trust policy") ? "the " + kind : (kind.startsWith("i") ? "an " : "a ") + kind;
    }
}
