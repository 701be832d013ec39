package app.keyhold.iam;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A policy as it was understood: every element was either taken or refused, none is ignored.
public record PolicyDocument(Optional<String> id, List<Statement> statements) {
    /// Most characters a policy may have; key policies have a tighter limit of their own (32,768 bytes).
    public static final int MAX_LENGTH = 131_072;

    public PolicyDocument {
        statements = List.copyOf(statements);
    }

    /// @throws PolicySyntaxException naming line, column and what is wrong
    public static PolicyDocument parse(PolicyKind kind, String text) {
        return new PolicyParser(kind).parse(text);
    }

    /// A policy on a key: every statement names its principals.
    ///
    /// @throws PolicySyntaxException naming line, column and what is wrong
    public static PolicyDocument parseKeyPolicy(String text) {
        return parse(PolicyKind.KEY, text);
    }

    /// A policy on a principal: no statement names one.
    ///
    /// @throws PolicySyntaxException naming line, column and what is wrong
    public static PolicyDocument parseIdentityPolicy(String text) {
        return parse(PolicyKind.IDENTITY, text);
    }

    /// The ARNs and accounts any statement names.
    public Set<String> namedPrincipals() {
        return statements.stream()
                .flatMap(statement -> statement.principals().names().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
