package app.keyhold.iam;

import java.util.List;
import java.util.Optional;

/// One comparison of a fact of the request with the values a policy gives; any of them may fit. A fact the request does
/// not have never fits.
public sealed interface Condition {
    ConditionKey key();

    default boolean holds(Question question) {
        Optional<String> fact = key().of(question);
        return fact.isPresent() && fits(fact.get());
    }

    boolean fits(String fact);

    record StringEquals(ConditionKey key, List<String> values) implements Condition {
        public StringEquals {
            values = List.copyOf(values);
        }

        @Override
        public boolean fits(String fact) {
            return values.contains(fact);
        }
    }

    record StringLike(ConditionKey key, List<String> patterns) implements Condition {
        public StringLike {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean fits(String fact) {
            return patterns.stream().anyMatch(pattern -> new Wildcard(pattern).matches(fact));
        }
    }

    record Bool(ConditionKey key, List<String> values) implements Condition {
        public Bool {
            values = List.copyOf(values);
        }

        @Override
        public boolean fits(String fact) {
            return values.stream().anyMatch(fact::equalsIgnoreCase);
        }
    }
}
