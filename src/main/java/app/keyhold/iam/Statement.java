package app.keyhold.iam;

import java.util.List;

/// One statement of a policy.
///
/// @param label its Sid, or `statement 2` by position
/// @param exceptActions true for NotAction
/// @param exceptResources true for NotResource
/// @param conditions all must hold
public record Statement(
        String label,
        Effect effect,
        PrincipalClause principals,
        boolean exceptActions,
        List<String> actions,
        boolean exceptResources,
        List<String> resources,
        List<Condition> conditions) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    public enum Effect {
        Allow,
        Deny
    }

    /// Whether actions, resources and conditions fit; the principal is another matter.
    boolean concerns(Question question) {
        boolean named = actions.stream().anyMatch(one -> new Wildcard(one).matchesIgnoringCase(question.action()));
        boolean meant = resources.stream().anyMatch(one -> new Wildcard(one).matches(question.resource()));
        return named != exceptActions
                && meant != exceptResources
                && conditions.stream().allMatch(condition -> condition.holds(question));
    }
}
