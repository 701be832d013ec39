package app.keyhold.iam;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One value a condition gives, and how a fact of the request is held against it. A fact that is not of the value's kind
/// does not fit.
sealed interface Comparison {
    boolean fits(String fact, Facts facts);

    record Equal(PolicyText text, boolean ignoringCase) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            Optional<String> wanted = text.text(facts);
            return wanted.isPresent() && (ignoringCase ? wanted.get().equalsIgnoreCase(fact) : wanted.get().equals(fact));
        }
    }

    record Like(PolicyText pattern) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return pattern.isLike(fact, facts);
        }
    }

    /// Part by part, so that a `*` never reaches from one into the next.
    ///
    /// @param parts six
    record Arn(List<PolicyText> parts) implements Comparison {
        public Arn {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean fits(String fact, Facts facts) {
            String[] found = fact.split(":", parts.size());
            if (found.length != parts.size()) {
                return false;
            }
            for (int i = 0; i < found.length; i++) {
                if (!parts.get(i).isLike(found[i], facts)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Numeric(Relation relation, BigDecimal value) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return PolicyValues.number(fact)
                    .filter(found -> relation.holds(found.compareTo(value)))
                    .isPresent();
        }
    }

    record Date(Relation relation, Instant value) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return PolicyDates.parse(fact)
                    .filter(found -> relation.holds(found.compareTo(value)))
                    .isPresent();
        }
    }

    record Bool(boolean value) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return fact.equalsIgnoreCase(String.valueOf(value));
        }
    }

    /// @param base64 as canonical as the fact's
    record Binary(String base64) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return PolicyValues.canonicalBase64(fact).filter(base64::equals).isPresent();
        }
    }

    record Address(IpRange range) implements Comparison {
        @Override
        public boolean fits(String fact, Facts facts) {
            return IpRange.address(fact).filter(range::holds).isPresent();
        }
    }

    /// How the fact stands to the value.
    enum Relation {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST;

        boolean holds(int compared) {
            return switch (this) {
                case EQUAL -> compared == 0;
                case LESS -> compared < 0;
                case AT_MOST -> compared <= 0;
                case GREATER -> compared > 0;
                case AT_LEAST -> compared >= 0;
            };
        }
    }
}
