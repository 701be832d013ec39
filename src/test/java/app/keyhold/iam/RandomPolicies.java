package app.keyhold.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/// Policies and requests drawn from few words, so that they often meet.
final class RandomPolicies {
    static final String ACCOUNT = "111122223333";

    private static final List<Principal> CALLERS = List.of(
            new Principal.Root(ACCOUNT),
            new Principal.User(ACCOUNT, "eva"),
            new Principal.User(ACCOUNT, "tom"),
            new Principal.AssumedRole(ACCOUNT, "auditor", "eva"),
            new Principal.AssumedRole(ACCOUNT, "auditor", "tom"),
            new Principal.AssumedRole(ACCOUNT, "clerk", "eva"));
    private static final List<String> NAMED = List.of(
            ACCOUNT,
            "arn:aws:iam::111122223333:root",
            "arn:aws:iam::111122223333:user/eva",
            "arn:aws:iam::111122223333:user/tom",
            "arn:aws:iam::111122223333:role/auditor",
            "arn:aws:sts::111122223333:assumed-role/auditor/eva",
            "444455556666",
            "arn:aws:iam::444455556666:user/eva");
    private static final List<String> ACTIONS =
            List.of("kms:Encrypt", "kms:Decrypt", "kms:DescribeKey", "kms:Sign", "iam:GetUser");
    private static final List<String> ACTION_PATTERNS =
            List.of("*", "*", "kms:*", "kms:De*", "KMS:encrypt", "kms:?ign", "iam:Get*", "kms:Sign", "kms:D*y*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:kms:us-east-1:111122223333:key/a",
            "arn:aws:kms:us-east-1:111122223333:key/b",
            "arn:aws:iam::111122223333:user/eva");
    private static final List<String> RESOURCE_PATTERNS = List.of(
            "*",
            "*",
            "arn:aws:kms:*:*:key/*",
            "arn:aws:kms:us-east-1:111122223333:key/a",
            "arn:aws:kms:us-east-1:111122223333:key/?",
            "arn:aws:iam::111122223333:user/${aws:username}",
            "arn:aws:kms:us-east-1:111122223333:key/${aws:PrincipalTag/x, 'a'}",
            "arn:aws:kms:us-east-1:111122223333:*${aws:username}*");

    private static final List<String> TEXTS = List.of(
            "eva", "Eva", "tom", "*", "e?a", "e*", "a", "b", "${aws:username}", "${aws:PrincipalTag/x, 'a'}*", "${*}", "");
    private static final List<String> NUMBERS = List.of("7", "7.0", "-3", "30", "2560.5");
    private static final List<String> DATES =
            List.of("2026-03-01", "2026-03-01T12:00:00Z", "2026-03-01T13:00:00+01:00", "1772366400", "2031-01-01");
    private static final List<String> RANGES =
            List.of("127.0.0.1", "127.0.0.0/8", "10.0.0.0/30", "::1", "2001:db8::/32", "0.0.0.0/0");
    private static final List<String> ARNS = List.of(
            "arn:aws:iam::111122223333:user/eva",
            "arn:aws:iam::*:user/*",
            "arn:*:*:*:*:*",
            "arn:aws:iam::111122223333:role/${aws:username}",
            "arn:aws:iam::${aws:PrincipalTag/x}:user/eva");
    private static final List<String> BYTES = List.of("ZXZh", "dG9t", "");

    private static final Map<String, List<String>> OPERATORS = Map.of(
            "String",
            List.of("StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike"),
            "Numeric",
            List.of("NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals"),
            "Date",
            List.of("DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"),
            "Bool", List.of("Bool"),
            "Ip", List.of("IpAddress", "NotIpAddress"),
            "Arn", List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"),
            "Binary", List.of("BinaryEquals"));
    private static final Map<String, List<String>> VALUES = Map.of(
            "String", TEXTS, "Numeric", NUMBERS, "Date", DATES, "Bool", List.of("true", "false"), "Ip", RANGES, "Arn", ARNS,
            "Binary", BYTES);
    private static final List<String> FAMILIES =
            List.of("String", "String", "String", "Numeric", "Date", "Bool", "Ip", "Arn", "Binary");

    /// What each key may have in a request; the second list is of keys with several values.
    private static final Map<String, List<String>> FACTS = Map.of(
            "aws:username", List.of("eva", "tom", "*", ""),
            "aws:PrincipalTag/x", List.of("a", "b", "a:b", "111122223333"),
            "kms:EncryptionContext:team", List.of("eva", "Eva", "a", "", "e*"),
            "kms:RotationPeriodInDays", List.of("7", "30", "2560.5", "many"),
            "aws:CurrentTime", List.of("2026-03-01T00:00:00Z", "2026-03-01T12:00:00Z", "2030-01-01T00:00:00Z"),
            "aws:SecureTransport", List.of("true", "false"),
            "aws:SourceIp", List.of("127.0.0.1", "10.0.0.3", "10.0.0.4", "0:0:0:0:0:0:0:1", "2001:db8::9", "cli"),
            "aws:PrincipalArn", List.of("arn:aws:iam::111122223333:user/eva", "arn:aws:iam::111122223333:role/eva", "nobody"),
            "aws:UserAgent", List.of("ZXZh", "dG9t", "eva"));
    private static final Map<String, List<String>> SETS = Map.of(
            "kms:EncryptionContextKeys", List.of("a", "b", "eva", "Eva"),
            "aws:TagKeys", List.of("a", "tom", "", "e*"));

    private final Random random;

    RandomPolicies(long seed) {
        this.random = new Random(seed);
    }

    NaiveEvaluator.Request request() {
        Map<String, List<String>> context = new HashMap<>();
        FACTS.forEach((key, values) -> {
            if (chance(70)) {
                context.put(key.toLowerCase(Locale.ROOT), List.of(oneOf(values)));
            }
        });
        SETS.forEach((key, values) -> {
            List<String> some = values.stream().filter(_ -> chance(40)).toList();
            if (!some.isEmpty()) {
                context.put(key.toLowerCase(Locale.ROOT), some);
            }
        });
        return new NaiveEvaluator.Request(oneOf(CALLERS), ACCOUNT, oneOf(ACTIONS), oneOf(RESOURCES), context);
    }

    NaiveEvaluator.Policies policies() {
        List<String> identity = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            identity.add(policy(PolicyKind.IDENTITY));
        }
        return new NaiveEvaluator.Policies(
                sometimes(75, PolicyKind.KEY), identity, sometimes(40, PolicyKind.IDENTITY), sometimes(40, PolicyKind.IDENTITY));
    }

    private Optional<String> sometimes(int percent, PolicyKind kind) {
        return chance(percent) ? Optional.of(policy(kind)) : Optional.empty();
    }

    String policy(PolicyKind kind) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        if (chance(85)) {
            policy.put("Version", chance(90) ? "2012-10-17" : "2008-10-17");
        }
        ArrayNode statements = policy.putArray("Statement");
        for (int i = random.nextInt(4); i >= 0; i--) {
            statements.add(statement(kind));
        }
        return policy.toString();
    }

    private ObjectNode statement(PolicyKind kind) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode();
        statement.put("Effect", chance(82) ? "Allow" : "Deny");
        if (kind == PolicyKind.KEY) {
            principal(statement);
        }
        values(statement, chance(88) ? "Action" : "NotAction", ACTION_PATTERNS);
        values(statement, chance(88) ? "Resource" : "NotResource", RESOURCE_PATTERNS);
        if (chance(55)) {
            ObjectNode condition = statement.putObject("Condition");
            for (int i = random.nextInt(2); i >= 0; i--) {
                condition(condition);
            }
        }
        return statement;
    }

    private void principal(ObjectNode statement) {
        boolean negated = chance(8);
        if (chance(20) && !negated) {
            statement.put("Principal", "*");
        } else {
            values(statement.putObject(negated ? "NotPrincipal" : "Principal"), "AWS", NAMED);
        }
    }

    private void condition(ObjectNode condition) {
        String key = spelled(oneOf(List.copyOf(chance(75) ? FACTS.keySet() : SETS.keySet())));
        if (chance(12)) {
            condition.withObject("/Null").put(key, chance(50) ? "true" : "false");
            return;
        }
        String family = oneOf(FAMILIES);
        String operator = oneOf(List.of("", "", "", "ForAllValues:", "ForAnyValue:"))
                + oneOf(OPERATORS.get(family))
                + (chance(25) ? "IfExists" : "");
        if (condition.get(operator) == null) {
            values(condition.putObject(operator), key, VALUES.get(family));
        }
    }

    private void values(ObjectNode node, String name, List<String> from) {
        if (chance(60)) {
            node.put(name, oneOf(from));
        } else {
            ArrayNode several = node.putArray(name);
            for (int i = random.nextInt(3); i >= 0; i--) {
                several.add(oneOf(from));
            }
        }
    }

    private String spelled(String key) {
        return chance(10) ? key.toUpperCase(Locale.ROOT) : key;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
