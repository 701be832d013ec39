package app.keyhold.iam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a statement's Condition element: operator, then condition key, then one value or several.
final class PolicyConditions {
    private PolicyConditions() {}

    static List<Condition> parse(Json json) {
        List<Condition> conditions = new ArrayList<>();
        object(json, "Condition").values().forEach((operator, comparisons) -> {
            object(comparisons.value(), operator)
                    .values()
                    .forEach((key, values) -> conditions.add(condition(operator, comparisons.at(), key, values)));
        });
        return conditions;
    }

    private static Condition condition(String operator, Json.At at, String key, Json.Member values) {
        ConditionKey known = ConditionKey.named(key)
                .orElseThrow(() -> new PolicySyntaxException(
                        values.at(),
                        "This version of Keyhold does not know the condition key \"" + key
                                + "\", and a condition is never ignored. It knows " + knownKeys() + "."));
        return switch (operator) {
            case "StringEquals" -> new Condition.StringEquals(known, PolicyValues.texts(values.value()));
            case "StringLike" -> new Condition.StringLike(known, PolicyValues.texts(values.value()));
            case "Bool" -> new Condition.Bool(known, truths(values.value()));
            default ->
                throw new PolicySyntaxException(
                        at,
                        "This version of Keyhold does not know the condition operator \"" + operator
                                + "\", and a condition is never ignored. It knows StringEquals, StringLike and Bool.");
        };
    }

    private static List<String> truths(Json json) {
        return PolicyValues.oneOrMore(json).stream()
                .map(one -> one instanceof Json.Flag flag ? String.valueOf(flag.value()) : PolicyValues.text(one))
                .peek(value -> {
                    if (!Set.of("true", "false").contains(value)) {
                        throw new PolicySyntaxException(json.at(), "Bool compares with true or false.");
                    }
                })
                .toList();
    }

    private static Json.Members object(Json json, String what) {
        if (json instanceof Json.Members members && !members.values().isEmpty()) {
            return members;
        }
        throw new PolicySyntaxException(json.at(), what + " needs an object with at least one member.");
    }

    private static String knownKeys() {
        return Arrays.stream(ConditionKey.values()).map(ConditionKey::wireName).collect(Collectors.joining(", "));
    }
}
