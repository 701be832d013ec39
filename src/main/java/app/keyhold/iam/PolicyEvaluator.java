package app.keyhold.iam;

import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Identity.NamedPolicy;
import app.keyhold.iam.PrincipalClause.Match;
import app.keyhold.iam.Statement.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides as AWS does within one account: an explicit deny anywhere; else an allow of the key policy that names the
/// principal; else an allow of the key policy that names the account together with one of an identity policy; else no.
///
/// Safe for use by several threads; keeps the policies it has parsed.
public final class PolicyEvaluator {
    public static final String KEY_POLICY = "key policy";

    private final ParsedPolicies parsed = new ParsedPolicies();

    /// @param keyPolicy the key policy's JSON text
    /// @param attached the caller's identity policies
    public Decision decideOnKey(Question question, String keyPolicy, List<NamedPolicy> attached) {
        try {
            List<Found> onKey = find(question, KEY_POLICY, parsed.keyPolicy(keyPolicy));
            List<Found> onCaller = find(question, attached);
            Optional<Decision> denied = explicitDeny(onKey, onCaller);
            if (denied.isPresent()) {
                return denied.get();
            }
            Optional<Found> direct = first(onKey, Match.DIRECT);
            if (direct.isPresent()) {
                return new Decision.Allowed(List.of(direct.get().reason(question)));
            }
            Optional<Found> handedOver = first(onKey, Match.ACCOUNT);
            if (handedOver.isEmpty()) {
                return new Decision.Denied(
                        false,
                        List.of(new Reason(
                                KEY_POLICY, "", "No statement of the key policy allows " + question.action() + ".")));
            }
            Optional<Found> allowed = first(onCaller, Match.DIRECT);
            Reason account = handedOver.get().reason(question);
            return allowed.<Decision>map(found -> new Decision.Allowed(List.of(account, found.reason(question))))
                    .orElseGet(() -> new Decision.Denied(false, List.of(noIdentityPolicy(question), account)));
        } catch (PolicySyntaxException unreadable) {
            return unreadable(unreadable);
        }
    }

    /// For what is about no key: identity policies alone.
    public Decision decideByIdentity(Question question, List<NamedPolicy> attached) {
        try {
            List<Found> found = find(question, attached);
            return explicitDeny(found, List.of())
                    .orElseGet(() -> first(found, Match.DIRECT)
                            .<Decision>map(allow -> new Decision.Allowed(List.of(allow.reason(question))))
                            .orElseGet(() -> new Decision.Denied(false, List.of(noIdentityPolicy(question)))));
        } catch (PolicySyntaxException unreadable) {
            return unreadable(unreadable);
        }
    }

    private List<Found> find(Question question, List<NamedPolicy> attached) {
        List<Found> all = new ArrayList<>();
        for (NamedPolicy policy : attached) {
            all.addAll(find(question, policy.name(), parsed.identityPolicy(policy.document())));
        }
        return all;
    }

    private static List<Found> find(Question question, String source, PolicyDocument policy) {
        List<Found> found = new ArrayList<>();
        for (Statement statement : policy.statements()) {
            Match match = statement.principals().match(question.caller().principal(), question.account());
            if (match != Match.NONE && statement.concerns(question)) {
                found.add(new Found(source, statement, match));
            }
        }
        return found;
    }

    private static Optional<Decision> explicitDeny(List<Found> first, List<Found> second) {
        List<Reason> reasons = new ArrayList<>();
        for (List<Found> some : List.of(first, second)) {
            some.stream()
                    .filter(found -> found.statement.effect() == Effect.Deny)
                    .map(found -> new Reason(
                            found.source,
                            found.statement.label(),
                            "Denied by " + found.name() + ", which no permission outweighs."))
                    .forEach(reasons::add);
        }
        return reasons.isEmpty() ? Optional.empty() : Optional.of(new Decision.Denied(true, reasons));
    }

    private static Optional<Found> first(List<Found> found, Match match) {
        return found.stream()
                .filter(one -> one.statement.effect() == Effect.Allow && one.match == match)
                .findFirst();
    }

    private static Reason noIdentityPolicy(Question question) {
        return new Reason(
                "identity policies",
                "",
                "No identity policy of " + question.caller().principal().name() + " allows " + question.action() + ".");
    }

    /// A stored policy was understood when it was set; one that isn't now may mean anything, so it allows nothing.
    private static Decision unreadable(PolicySyntaxException problem) {
        return new Decision.Denied(
                true, List.of(new Reason("policy", "", "A policy can't be understood. " + problem.getMessage())));
    }

    private record Found(String source, Statement statement, Match match) {
        String name() {
            return source.equals(KEY_POLICY)
                    ? "the key policy's statement \"" + statement.label() + "\""
                    : "statement \"" + statement.label() + "\" of policy " + source;
        }

        Reason reason(Question question) {
            return new Reason(
                    source,
                    statement.label(),
                    match == Match.ACCOUNT
                            ? "The key policy's statement \"" + statement.label() + "\" leaves " + question.action()
                                    + " to identity policies."
                            : "Allowed by " + name() + ".");
        }
    }
}
