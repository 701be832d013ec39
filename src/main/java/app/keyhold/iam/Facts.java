package app.keyhold.iam;

import java.util.List;

/// What is known of a request, asked only for what a policy compares: most requests meet policies that compare nothing.
@FunctionalInterface
public interface Facts {
    Facts NONE = _ -> List.of();

    /// Most keys have one value at most. Empty: the request has no such fact.
    List<String> of(ContextKey key);

    /// These, and where they know nothing, those.
    default Facts orElse(Facts others) {
        return key -> {
            List<String> found = of(key);
            return found.isEmpty() ? others.of(key) : found;
        };
    }
}
