package app.keyhold.kms;

import app.keyhold.iam.Decision;
import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity;
import app.keyhold.iam.PolicyEvaluator;
import app.keyhold.iam.Principal;
import app.keyhold.iam.Question;
import app.keyhold.iam.ResourcePolicy;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import java.util.List;
import java.util.Optional;

/// Puts one access of a person or a role's session to the policies: which of them are asked depends on what the access is
/// about.
final class PermissionCheck {
    static final String ANY_RESOURCE = "*";

    private final PolicyEvaluator evaluator = new PolicyEvaluator();

    Decision decide(Inquiry inquiry, Access access) {
        return switch (access) {
            case Access.OnKey(_, Key key) -> onKeyOrByGrant(inquiry, access, key);
            case Access.ByCiphertext(_, Key key) -> onKeyOrByGrant(inquiry, access, key);
            case Access.ByGrant grant ->
                grants(inquiry, access, grant.key()).decideByGrant(grant, onKey(inquiry, access, grant.key()));
            case Access.AfterPolicyChange(_, Optional<Key> key, String policy) ->
                onKey(inquiry, access, arn(inquiry.view(), key), ResourcePolicy.ofKey(policy));
            case Access.OnRole(_, Principal.Role role) -> onRole(inquiry, access, role);
            case Access.OfOneself _ -> allowed("identity", "Everybody may know who they are.");
            case Access.OnAlias(_, String aliasArn) -> byIdentity(inquiry, access, aliasArn);
            case Access.IamOnly(_, String resource) -> byIdentity(inquiry, access, resource);
            case Access.OnAccessKey key -> byIdentity(inquiry, access, userArn(inquiry.view(), key));
            case Access.InRegion _ -> byIdentity(inquiry, access, ANY_RESOURCE);
            case Access.ThroughService(_, Principal.Service service) -> throughService(inquiry, access, service);
            case Access.OwnSchedule(_, Principal.Service service) ->
                denied("service", "Only the service " + service.name() + " does this, on its own schedule.");
        };
    }

    /// Statements that would allow the access but for a condition that does not hold.
    List<Reason> unmet(Inquiry inquiry, Access access) {
        Question question = inquiry.question(access, resource(inquiry.view(), access));
        return evaluator.unmet(question, ownPolicy(inquiry.view(), access), inquiry.authority());
    }

    private static Optional<ResourcePolicy> ownPolicy(View view, Access access) {
        return switch (access) {
            case Access.OnKey(_, Key key) -> Optional.of(policy(key));
            case Access.ByCiphertext(_, Key key) -> Optional.of(policy(key));
            case Access.ByGrant(_, Key key, _) -> Optional.of(policy(key));
            case Access.AfterPolicyChange(_, _, String policy) -> Optional.of(ResourcePolicy.ofKey(policy));
            case Access.OnRole(_, Principal.Role role) -> trustPolicy(view, role);
            case Access.OnAlias _,
                    Access.IamOnly _,
                    Access.OnAccessKey _,
                    Access.InRegion _,
                    Access.OfOneself _,
                    Access.ThroughService _,
                    Access.OwnSchedule _ -> Optional.empty();
        };
    }

    /// What an access is about, as policies name it.
    private static String resource(View view, Access access) {
        return switch (access) {
            case Access.OnKey(_, Key key) -> arn(key);
            case Access.ByCiphertext(_, Key key) -> arn(key);
            case Access.ByGrant(_, Key key, _) -> arn(key);
            case Access.AfterPolicyChange(_, Optional<Key> key, _) -> arn(view, key);
            case Access.OnRole(_, Principal.Role role) -> role.arn();
            case Access.OnAlias(_, String aliasArn) -> aliasArn;
            case Access.IamOnly(_, String resource) -> resource;
            case Access.OnAccessKey key -> userArn(view, key);
            case Access.InRegion _, Access.OfOneself _, Access.ThroughService _, Access.OwnSchedule _ -> ANY_RESOURCE;
        };
    }

    private static String userArn(View view, Access.OnAccessKey access) {
        return view.accessKey(access.accessKeyId())
                .map(AccessKey::userArn)
                .orElseGet(() -> new Principal.User(view.account(), ANY_RESOURCE).arn());
    }

    /// For a service by itself: policies give it nothing, but they can deny it what a grant allows.
    Decision decideByGrants(Inquiry inquiry, Access access, Decision otherwise) {
        return switch (access) {
            case Access.OnKey(String action, Key key) -> byGrants(inquiry, access, action, key, otherwise);
            case Access.ByCiphertext(String action, Key key) -> byGrants(inquiry, access, action, key, otherwise);
            case Access.ByGrant _ -> decide(inquiry, access);
            default -> otherwise;
        };
    }

    private Decision byGrants(Inquiry inquiry, Access access, String action, Key key, Decision otherwise) {
        Decision byPolicies = onKey(inquiry, access, key);
        return byPolicies instanceof Decision.Denied denied && denied.explicit()
                ? byPolicies
                : grants(inquiry, access, key).decide(action, key, otherwise);
    }

    private Decision onKeyOrByGrant(Inquiry inquiry, Access access, Key key) {
        return grants(inquiry, access, key).decide(access.action(), key, onKey(inquiry, access, key));
    }

    private GrantCheck grants(Inquiry inquiry, Access access, Key key) {
        return new GrantCheck(
                inquiry, statement -> onKey(inquiry, access, arn(key), ResourcePolicy.ofKey(statement)));
    }

    private Decision onKey(Inquiry inquiry, Access access, Key key) {
        return onKey(inquiry, access, arn(key), policy(key));
    }

    private Decision onKey(Inquiry inquiry, Access access, String arn, ResourcePolicy policy) {
        return evaluator.decideOnResource(inquiry.question(access, arn), policy, inquiry.authority());
    }

    /// It may be as old as the key.
    private static ResourcePolicy policy(Key key) {
        return ResourcePolicy.ofKey(key.policy(), key.created());
    }

    private Decision onRole(Inquiry inquiry, Access access, Principal.Role role) {
        return trustPolicy(inquiry.view(), role)
                .map(policy -> evaluator.decideOnResource(
                        inquiry.question(access, role.arn()), policy, inquiry.authority()))
                .orElseGet(() -> denied(PolicyEvaluator.TRUST_POLICY, "There is no role " + role.name() + "."));
    }

    private static Optional<ResourcePolicy> trustPolicy(View view, Principal.Role role) {
        return view.identity(role.arn())
                .filter(Identity::enabled)
                .flatMap(identity -> identity.role()
                        .map(terms -> ResourcePolicy.ofRole(terms.trustPolicy(), identity.created())));
    }

    private Decision byIdentity(Inquiry inquiry, Access access, String resource) {
        return evaluator.decideByIdentity(inquiry.question(access, resource), inquiry.authority());
    }

    private Decision throughService(Inquiry inquiry, Access access, Principal.Service service) {
        if (inquiry.caller().via().filter(service::equals).isEmpty()) {
            return denied("service", "Only calls forwarded by the service " + service.name() + " may do this.");
        }
        Decision decision = byIdentity(inquiry, access, ANY_RESOURCE);
        return decision instanceof Decision.Denied(boolean explicit, _) && explicit
                ? decision
                : allowed("service", "Done for whomever the service " + service.name() + " forwards.");
    }

    static String arn(Key key) {
        return key.arn().toString();
    }

    /// A key about to be made has no id yet, so a policy can only mean it by `*`.
    private static String arn(View view, Optional<Key> key) {
        return key.map(Key::arn)
                .orElseGet(() -> new KeyArn(view.region(), view.account(), "new"))
                .toString();
    }

    static Decision allowed(String source, String sentence) {
        return new Decision.Allowed(List.of(new Reason(source, "", sentence)));
    }

    static Decision denied(String source, String sentence) {
        return new Decision.Denied(false, List.of(new Reason(source, "", sentence)));
    }
}
