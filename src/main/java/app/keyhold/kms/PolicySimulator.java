package app.keyhold.kms;

import app.keyhold.iam.Caller;
import app.keyhold.iam.ContextKey;
import app.keyhold.iam.Decision;
import app.keyhold.iam.Decision.Reason;
import app.keyhold.iam.Facts;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.iam.Session;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Asks the policies what they would answer, with the same code that asks them in earnest, and does nothing.
public final class PolicySimulator {
    /// What a session is called that is only thought of.
    private static final String SESSION_NAME = "simulated";

    private final PermissionCheck permissions = new PermissionCheck();

    /// @param unmet statements that would have allowed it but for a condition
    /// @param missing context keys that policies asked for and nobody supplied
    public record Simulated(Decision decision, List<Reason> unmet, List<String> missing) {}

    /// @param identity a user's, the root's, or a role's, which stands for any session of it
    /// @param context facts by name in lower case, before those that key and principal say themselves
    public Simulated simulate(
            View view, Identity identity, Access access, Map<String, List<String>> context, Instant now) {
        if (!identity.enabled()) {
            return new Simulated(
                    PermissionCheck.denied("identity", identity.principal().name() + " is not enabled."),
                    List.of(),
                    List.of());
        }
        var supplied = new Supplied(context, new LinkedHashSet<>());
        var inquiry = new Inquiry(
                view, caller(identity, now), Optional.of(identity), now, Optional.empty(), List.of(access), supplied);
        Decision decision = permissions.decide(inquiry, access);
        List<Reason> unmet = decision.isAllowed() ? List.of() : permissions.unmet(inquiry, access);
        Facts all = inquiry.question(access, PermissionCheck.ANY_RESOURCE).facts();
        List<String> missing = Set.copyOf(supplied.asked).stream()
                .filter(key -> all.of(key).isEmpty())
                .map(ContextKey::name)
                .sorted()
                .toList();
        return new Simulated(decision, unmet, missing);
    }

    private static Caller caller(Identity identity, Instant now) {
        return switch (identity.principal()) {
            case Principal.Role(String account, String name) ->
                Caller.inSession(
                        new Principal.AssumedRole(account, name, SESSION_NAME),
                        new Session(
                                identity.uniqueId(),
                                now,
                                now.plusSeconds(RoleTerms.LEAST_MAXIMUM),
                                Optional.empty(),
                                identity.role().map(RoleTerms::revocations).orElse(0L)),
                        Origin.INTERNAL);
            case Principal person -> Caller.of(person, Origin.INTERNAL);
        };
    }

    /// @param asked whatever any policy asked
    private record Supplied(Map<String, List<String>> context, Set<ContextKey> asked) implements Facts {
        @Override
        public List<String> of(ContextKey key) {
            asked.add(key);
            return context.getOrDefault(key.name().toLowerCase(Locale.ROOT), List.of());
        }
    }
}
