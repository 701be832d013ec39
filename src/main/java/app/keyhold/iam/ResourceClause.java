package app.keyhold.iam;

import java.util.List;

/// What a statement reaches: Resource or NotResource.
///
/// @param except true for NotResource
record ResourceClause(boolean except, List<PolicyText> patterns) {
    /// Of a trust policy, which is about its own role alone.
    static final ResourceClause OWN = new ResourceClause(true, List.of());

    ResourceClause {
        patterns = List.copyOf(patterns);
    }

    boolean means(String resource, Facts facts) {
        for (PolicyText pattern : patterns) {
            if (pattern.isLike(resource, facts)) {
                return !except;
            }
        }
        return except;
    }
}
