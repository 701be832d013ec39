package app.keyhold.iam;

import java.util.List;
import java.util.Optional;

/// One statement of a policy.
public final class Statement {
    private final String label;
    private final Effect effect;
    private final PrincipalClause principals;
    private final ActionClause actions;
    private final ResourceClause resources;
    private final List<Condition> conditions;

    /// @param label its Sid, or `statement 2` by position
    /// @param conditions all must hold
    Statement(
            String label,
            Effect effect,
            PrincipalClause principals,
            ActionClause actions,
            ResourceClause resources,
            List<Condition> conditions) {
        this.label = label;
        this.effect = effect;
        this.principals = principals;
        this.actions = actions;
        this.resources = resources;
        this.conditions = List.copyOf(conditions);
    }

    public enum Effect {
        Allow,
        Deny
    }

    public String label() {
        return label;
    }

    public Effect effect() {
        return effect;
    }

    public PrincipalClause principals() {
        return principals;
    }

    /// As written: `kms:Encrypt`, `kms:Describe*`.
    public List<String> actions() {
        return actions.names();
    }

    /// Where a name may have meant somebody else before, it denies and does not allow.
    ///
    /// @param nameIsCertain whether the ARN of who asks can have meant nobody else when the statement was written
    PrincipalClause.Match match(Question question, boolean nameIsCertain) {
        boolean takesInWhenInDoubt = (effect == Effect.Deny) != (principals instanceof PrincipalClause.AllBut);
        return principals.match(question, nameIsCertain || takesInWhenInDoubt);
    }

    /// Whether actions and resources fit.
    boolean isAbout(Question question) {
        return actions.means(question.action()) && resources.means(question.resource(), question.facts());
    }

    /// The first condition that does not hold, if any.
    Optional<Condition> unmet(Question question) {
        for (Condition condition : conditions) {
            if (!condition.holds(question.facts())) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }
}
