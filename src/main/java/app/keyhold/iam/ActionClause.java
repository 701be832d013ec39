package app.keyhold.iam;

import java.util.List;

/// What a statement is about: Action or NotAction.
///
/// @param except true for NotAction
/// @param names as written: `kms:Encrypt`, `kms:Describe*`
record ActionClause(boolean except, List<String> names, List<Wildcard> patterns) {
    ActionClause {
        names = List.copyOf(names);
        patterns = List.copyOf(patterns);
    }

    ActionClause(boolean except, List<String> names) {
        this(except, names, names.stream().map(Wildcard::of).toList());
    }

    boolean means(String action) {
        for (Wildcard pattern : patterns) {
            if (pattern.matchesIgnoringCase(action)) {
                return !except;
            }
        }
        return except;
    }
}
