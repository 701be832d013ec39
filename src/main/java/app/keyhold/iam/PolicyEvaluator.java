package app.keyhold.iam;

import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.PolicyFindings.Found;
import app.keyhold.iam.PrincipalClause.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides as AWS does within one account (IAM user guide, "Policy evaluation logic"). An explicit deny anywhere counts
/// before all else. Then, for what has a policy of its own:
///
/// * an allow that names the principal itself is enough: neither boundary nor session policy limits it;
/// * an allow that names a session's role is limited by both;
/// * an allow that names the account leaves it to identity policies, which are limited by both.
///
/// A key's or role's own policy must let in: identity policies alone never do.
///
/// Safe for use by several threads; keeps the policies it has parsed.
public final class PolicyEvaluator {
    public static final String KEY_POLICY = PolicyKind.KEY.source();
    public static final String TRUST_POLICY = PolicyKind.TRUST.source();
    public static final String IDENTITY_POLICIES = "identity policies";
    public static final String BOUNDARY = "permissions boundary";
    public static final String SESSION_POLICY = "session policy";

    private final ParsedPolicies parsed = new ParsedPolicies();

    /// For what has a policy of its own.
    public Decision decideOnResource(Question question, ResourcePolicy policy, Authority authority) {
        try {
            PolicyFindings onResource = PolicyFindings.of(
                    question,
                    policy.kind().source(),
                    parsed.get(policy.kind(), policy.document()),
                    policy.since());
            Brought brought = brought(question, authority);
            List<Reason> denials = new ArrayList<>(onResource.denials());
            denials.addAll(brought.denials());
            if (!denials.isEmpty()) {
                return new Decision.Denied(true, denials);
            }
            Optional<Found> itself = onResource.allow(Match.ITSELF);
            if (itself.isPresent()) {
                return new Decision.Allowed(List.of(itself.get().reason()));
            }
            Optional<Found> role = onResource.allow(Match.ROLE);
            if (role.isPresent()) {
                return brought.limit(question, List.of(role.get().reason()));
            }
            Optional<Found> account = onResource.allow(Match.ACCOUNT);
            if (account.isPresent()) {
                Reason handedOver = account.get().reason();
                return withDoubts(brought.byIdentity(question, List.of(handedOver)), onResource);
            }
            String name = policy.kind().source();
            String sentence = "No statement of the " + name + " allows " + question.action() + ".";
            return withDoubts(new Decision.Denied(false, List.of(new Reason(name, "", sentence))), onResource);
        } catch (PolicySyntaxException unreadable) {
            return unreadable(unreadable);
        }
    }

    /// What to do about a denial, where a name may be to blame.
    private static Decision withDoubts(Decision decision, PolicyFindings onResource) {
        return switch (decision) {
            case Decision.Allowed allowed -> allowed;
            case Decision.Denied(boolean explicit, List<Reason> reasons) -> {
                List<Reason> all = new ArrayList<>(reasons);
                all.addAll(onResource.doubts());
                yield new Decision.Denied(explicit, all);
            }
        };
    }

    /// For what has no policy of its own: identity policies, within boundary and session policy.
    public Decision decideByIdentity(Question question, Authority authority) {
        try {
            Brought brought = brought(question, authority);
            List<Reason> denials = brought.denials();
            return denials.isEmpty() ? brought.byIdentity(question, List.of()) : new Decision.Denied(true, denials);
        } catch (PolicySyntaxException unreadable) {
            return unreadable(unreadable);
        }
    }

    /// Statements of any of these policies that would allow it, but for a condition that does not hold: what to look at
    /// when somebody asks why not.
    public List<Reason> unmet(Question question, Optional<ResourcePolicy> policy, Authority authority) {
        List<Reason> unmet = new ArrayList<>();
        try {
            policy.ifPresent(own -> unmet.addAll(
                    PolicyFindings.unmet(question, own.kind().source(), parsed.get(own.kind(), own.document()))));
            authority.policies().forEach(one -> unmet.addAll(
                    PolicyFindings.unmet(question, one.name(), parsed.get(PolicyKind.IDENTITY, one.document()))));
            authority.boundary().ifPresent(document -> unmet.addAll(
                    PolicyFindings.unmet(question, BOUNDARY, parsed.get(PolicyKind.IDENTITY, document))));
            authority.sessionPolicy().ifPresent(document -> unmet.addAll(
                    PolicyFindings.unmet(question, SESSION_POLICY, parsed.get(PolicyKind.IDENTITY, document))));
        } catch (PolicySyntaxException unreadable) {
            return unmet;
        }
        return unmet;
    }

    private Brought brought(Question question, Authority authority) {
        List<PolicyFindings> identity = new ArrayList<>();
        for (NamedPolicy policy : authority.policies()) {
            identity.add(find(question, policy.name(), PolicyKind.IDENTITY, policy.document()));
        }
        return new Brought(
                identity,
                authority.boundary().map(document -> find(question, BOUNDARY, PolicyKind.IDENTITY, document)),
                authority.sessionPolicy().map(document -> find(question, SESSION_POLICY, PolicyKind.IDENTITY, document)));
    }

    private PolicyFindings find(Question question, String source, PolicyKind kind, String document) {
        return PolicyFindings.of(question, source, parsed.get(kind, document));
    }

    /// What identity policies, boundary and session policy say to a question.
    private record Brought(
            List<PolicyFindings> identity, Optional<PolicyFindings> boundary, Optional<PolicyFindings> session) {
        List<Reason> denials() {
            List<Reason> denials = new ArrayList<>();
            identity.forEach(one -> denials.addAll(one.denials()));
            boundary.ifPresent(one -> denials.addAll(one.denials()));
            session.ifPresent(one -> denials.addAll(one.denials()));
            return denials;
        }

        Decision byIdentity(Question question, List<Reason> before) {
            Optional<Found> allow = identity.stream()
                    .flatMap(one -> one.allow(Match.ITSELF).stream())
                    .findFirst();
            if (allow.isEmpty()) {
                return denied(IDENTITY_POLICIES, noIdentityPolicy(question), before);
            }
            List<Reason> reasons = new ArrayList<>(before);
            reasons.add(allow.get().reason());
            return limit(question, reasons);
        }

        /// @param allows why it would be allowed
        Decision limit(Question question, List<Reason> allows) {
            List<Reason> reasons = new ArrayList<>(allows);
            for (Optional<PolicyFindings> limit : List.of(boundary, session)) {
                if (limit.isPresent()) {
                    Optional<Found> allow = limit.get().allow(Match.ITSELF);
                    if (allow.isEmpty()) {
                        String source = limit.get().source();
                        return denied(source, "The " + source + " does not allow " + question.action() + ".", allows);
                    }
                    reasons.add(allow.get().reason());
                }
            }
            return new Decision.Allowed(reasons);
        }

        private static Decision denied(String source, String sentence, List<Reason> before) {
            List<Reason> reasons = new ArrayList<>(List.of(new Reason(source, "", sentence)));
            reasons.addAll(before);
            return new Decision.Denied(false, reasons);
        }

        private static String noIdentityPolicy(Question question) {
            return "No identity policy of " + question.principal().name() + " allows " + question.action() + ".";
        }
    }

    /// A stored policy was understood when it was set; one that isn't now may mean anything, so it allows nothing.
    private static Decision unreadable(PolicySyntaxException problem) {
        return new Decision.Denied(
                true, List.of(new Reason("policy", "", "A policy can't be understood. " + problem.getMessage())));
    }
}
