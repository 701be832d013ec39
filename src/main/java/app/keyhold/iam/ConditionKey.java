package app.keyhold.iam;

import java.util.Arrays;
import java.util.Optional;

/// The facts a policy can ask about. A policy that asks about any other is refused when it is set.
public enum ConditionKey {
    VIA_SERVICE("kms:ViaService"),
    CALLER_ACCOUNT("kms:CallerAccount"),
    PRINCIPAL_ARN("aws:PrincipalArn");

    private final String wireName;

    ConditionKey(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /// Condition keys know no case.
    static Optional<ConditionKey> named(String name) {
        return Arrays.stream(values())
                .filter(key -> key.wireName.equalsIgnoreCase(name))
                .findFirst();
    }

    Optional<String> of(Question question) {
        return switch (this) {
            case VIA_SERVICE -> question.caller().via().map(service -> service.viaName(question.region()));
            case CALLER_ACCOUNT -> Optional.of(question.account());
            case PRINCIPAL_ARN -> Optional.of(question.caller().principal().arn());
        };
    }
}
