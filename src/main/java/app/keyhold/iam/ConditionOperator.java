package app.keyhold.iam;

import app.keyhold.json.Json;
import app.keyhold.iam.Comparison.Relation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every condition operator but Null, and how it takes the values a policy gives it.
enum ConditionOperator {
    STRING_EQUALS("StringEquals", false, text -> new Comparison.Equal(text.withVariables(), false)),
    STRING_NOT_EQUALS("StringNotEquals", true, text -> new Comparison.Equal(text.withVariables(), false)),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false, text -> new Comparison.Equal(text.withVariables(), true)),
    STRING_NOT_EQUALS_IGNORE_CASE(
            "StringNotEqualsIgnoreCase", true, text -> new Comparison.Equal(text.withVariables(), true)),
    STRING_LIKE("StringLike", false, text -> new Comparison.Like(text.withVariables())),
    STRING_NOT_LIKE("StringNotLike", true, text -> new Comparison.Like(text.withVariables())),

    NUMERIC_EQUALS("NumericEquals", false, text -> text.number(Relation.EQUAL)),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true, text -> text.number(Relation.EQUAL)),
    NUMERIC_LESS_THAN("NumericLessThan", false, text -> text.number(Relation.LESS)),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false, text -> text.number(Relation.AT_MOST)),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false, text -> text.number(Relation.GREATER)),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false, text -> text.number(Relation.AT_LEAST)),

    DATE_EQUALS("DateEquals", false, text -> text.date(Relation.EQUAL)),
    DATE_NOT_EQUALS("DateNotEquals", true, text -> text.date(Relation.EQUAL)),
    DATE_LESS_THAN("DateLessThan", false, text -> text.date(Relation.LESS)),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false, text -> text.date(Relation.AT_MOST)),
    DATE_GREATER_THAN("DateGreaterThan", false, text -> text.date(Relation.GREATER)),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false, text -> text.date(Relation.AT_LEAST)),

    BOOL("Bool", false, text -> new Comparison.Bool(text.truth("Bool"))),
    BINARY_EQUALS("BinaryEquals", false, Value::binary),

    IP_ADDRESS("IpAddress", false, Value::addresses),
    NOT_IP_ADDRESS("NotIpAddress", true, Value::addresses),

    ARN_EQUALS("ArnEquals", false, Value::arn),
    ARN_LIKE("ArnLike", false, Value::arn),
    ARN_NOT_EQUALS("ArnNotEquals", true, Value::arn),
    ARN_NOT_LIKE("ArnNotLike", true, Value::arn);

    private static final Map<String, ConditionOperator> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(operator -> operator.wireName, Function.identity()));

    private final String wireName;
    private final boolean negated;
    private final Function<Value, Comparison> comparison;

    ConditionOperator(String wireName, boolean negated, Function<Value, Comparison> comparison) {
        this.wireName = wireName;
        this.negated = negated;
        this.comparison = comparison;
    }

    /// @param name without what stands before or behind it: `StringLike`
    static Optional<ConditionOperator> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    boolean isNegated() {
        return negated;
    }

    /// @throws PolicySyntaxException if the operator can make nothing of the value
    Comparison compareWith(Value value) {
        return comparison.apply(value);
    }

    /// One value of a condition as the policy has it.
    ///
    /// @param variables whether the policy's version knows variables
    record Value(Json.At at, String text, boolean variables) {
        PolicyText withVariables() {
            return PolicyText.parse(at, text, variables);
        }

        boolean truth(String operator) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "true" -> true;
                case "false" -> false;
                default -> throw unfit(operator + " compares with true or false");
            };
        }

        private Comparison number(Relation relation) {
            return new Comparison.Numeric(
                    relation, PolicyValues.number(text).orElseThrow(() -> unfit("A number such as 7 or 2.5 is expected")));
        }

        private Comparison date(Relation relation) {
            return new Comparison.Date(
                    relation,
                    PolicyDates.parse(text)
                            .orElseThrow(() -> unfit("A date such as 2026-03-01, 2026-03-01T12:00:00Z or seconds since "
                                    + "1970 is expected")));
        }

        private Comparison binary() {
            return new Comparison.Binary(
                    PolicyValues.canonicalBase64(text).orElseThrow(() -> unfit("Bytes in base64 are expected")));
        }

        private Comparison addresses() {
            return new Comparison.Address(IpRange.parse(text)
                    .orElseThrow(() -> unfit("An address or range such as 203.0.113.0/24 or 2001:db8::/32 is expected")));
        }

        private Comparison arn() {
            return new Comparison.Arn(PolicyText.parseArn(at, text, variables)
                    .orElseThrow(() -> unfit("An ARN has six parts with colons between; each may hold * and ?")));
        }

        private PolicySyntaxException unfit(String expected) {
            return new PolicySyntaxException(at, expected + ", not \"" + text + "\".");
        }
    }
}
