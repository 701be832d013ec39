package app.keyhold.iam;

import app.keyhold.json.Json;
import app.keyhold.iam.Condition.Scope;
import java.util.ArrayList;
import java.util.List;

/// Reads a statement's Condition element: operator, then condition key, then one value or several.
final class PolicyConditions {
    private static final String FOR_ALL = "ForAllValues:";
    private static final String FOR_ANY = "ForAnyValue:";
    private static final String IF_EXISTS = "IfExists";
    private static final String NULL = "Null";

    private final boolean variables;

    /// @param variables whether the policy's version knows variables
    PolicyConditions(boolean variables) {
        this.variables = variables;
    }

    List<Condition> parse(Json json) {
        List<Condition> conditions = new ArrayList<>();
        object(json, "Condition").values().forEach((operator, comparisons) -> {
            object(comparisons.value(), operator)
                    .values()
                    .forEach((key, values) -> conditions.add(condition(operator, comparisons.at(), key, values)));
        });
        return conditions;
    }

    private Condition condition(String operator, Json.At at, String key, Json.Member values) {
        ContextKey known = ContextKey.named(key)
                .orElseThrow(() -> new PolicySyntaxException(
                        values.at(),
                        "Keyhold does not know the condition key \"" + key
                                + "\", and a condition is never ignored. It knows the keys of AWS KMS and the global ones "
                                + "of AWS."));
        if (operator.equals(NULL)) {
            return new Condition.Null(known, absent(values.value()));
        }
        Scope scope = scope(operator);
        String plain = operator.substring(operator.indexOf(':') + 1);
        boolean ifExists = plain.endsWith(IF_EXISTS);
        String base = ifExists ? plain.substring(0, plain.length() - IF_EXISTS.length()) : plain;
        ConditionOperator found = ConditionOperator.named(base)
                .filter(_ -> !operator.contains(":") || scope != Scope.UNSAID)
                .orElseThrow(() -> new PolicySyntaxException(at, unknown(operator, base)));
        List<Comparison> comparisons = new ArrayList<>();
        for (Json value : PolicyValues.oneOrMore(values.value())) {
            comparisons.add(found.compareWith(value(value)));
        }
        return new Condition.Compared(operator, known, scope, found.isNegated(), ifExists, comparisons);
    }

    private static Scope scope(String operator) {
        return operator.startsWith(FOR_ALL) ? Scope.ALL : operator.startsWith(FOR_ANY) ? Scope.ANY : Scope.UNSAID;
    }

    private static String unknown(String operator, String base) {
        return base.equals(NULL)
                ? "Null stands alone: it takes neither " + FOR_ALL + " nor " + FOR_ANY + " before it nor IfExists behind it."
                : "There is no condition operator \"" + operator + "\", and a condition is never ignored.";
    }

    private boolean absent(Json json) {
        List<Json> values = PolicyValues.oneOrMore(json);
        if (values.size() > 1) {
            throw new PolicySyntaxException(json.at(), "Null takes one value, true or false.");
        }
        return value(values.getFirst()).truth(NULL);
    }

    private ConditionOperator.Value value(Json json) {
        return new ConditionOperator.Value(json.at(), PolicyValues.scalar(json), variables);
    }

    private static Json.Members object(Json json, String what) {
        if (json instanceof Json.Members members && !members.values().isEmpty()) {
            return members;
        }
        throw new PolicySyntaxException(json.at(), what + " needs an object with at least one member.");
    }
}
