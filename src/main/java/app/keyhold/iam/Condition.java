package app.keyhold.iam;

import java.util.List;

/// One condition of a statement (IAM user guide, "Condition operators" and "Multivalued context keys").
public sealed interface Condition {
    ContextKey key();

    boolean holds(Facts facts);

    /// As the policy has it: `ForAnyValue:StringNotEqualsIfExists`.
    String operator();

    /// @param negated the fact must fit none of the values, not one of them
    /// @param ifExists holds too if the request has no such fact; says nothing behind ForAnyValue, which asks for a value
    /// @param values any of them may fit
    record Compared(
            String operator, ContextKey key, Scope scope, boolean negated, boolean ifExists, List<Comparison> values)
            implements Condition {
        public Compared {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Facts facts) {
            List<String> found = facts.of(key);
            return switch (scope) {
                // Of a fact with several values, one that fits is enough, and must be absent under negation: without a
                // word about how many, a policy names what may or may not be among them.
                case UNSAID ->
                    found.isEmpty() ? negated || ifExists : negated != found.stream().anyMatch(one -> fits(one, facts));
                case ALL -> found.stream().filter(one -> !one.isEmpty()).allMatch(one -> negated != fits(one, facts));
                case ANY -> found.stream().filter(one -> !one.isEmpty()).anyMatch(one -> negated != fits(one, facts));
            };
        }

        private boolean fits(String fact, Facts facts) {
            return values.stream().anyMatch(value -> value.fits(fact, facts));
        }
    }

    /// @param absent whether the request must lack the fact or must have it
    record Null(ContextKey key, boolean absent) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return facts.of(key).isEmpty() == absent;
        }

        @Override
        public String operator() {
            return "Null";
        }
    }

    /// How many of a fact's values must do. An empty text counts as no value at all.
    enum Scope {
        UNSAID,
        ALL,
        ANY
    }
}
