package app.keyhold.iam;

import app.keyhold.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A text of a policy, in which `${…}` stands for a fact of the request (IAM user guide, "Variables and tags"): as a
/// plain text, or as a pattern, where `*` and `?` mean something unless a variable brought them in.
///
/// A variable without a value makes a text that equals nothing and is like nothing.
final class PolicyText {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$\\{(?:([*?$])|([^{}',]+)(?:, *'([^'{}]*)')?)}");

    private sealed interface Part {
        record Written(String text) implements Part {}

        /// `${*}`, `${?}` or `${$}`.
        record Sign(String text) implements Part {}

        record Variable(ContextKey key, Optional<String> otherwise) implements Part {}
    }

    private final List<Part> parts;
    private final Optional<String> fixedText;
    private final Optional<Wildcard> fixedPattern;

    private PolicyText(List<Part> parts) {
        boolean fixed = parts.stream().noneMatch(Part.Variable.class::isInstance);
        this.parts = List.copyOf(parts);
        this.fixedText = fixed ? text(parts, Facts.NONE) : Optional.empty();
        this.fixedPattern = fixed ? pattern(parts, Facts.NONE) : Optional.empty();
    }

    /// A text as it stands.
    static PolicyText written(String text) {
        return new PolicyText(List.of(new Part.Written(text)));
    }

    /// @param variables false in policies of a version that knows none: there, `${…}` is what it looks like
    /// @throws PolicySyntaxException for a variable that is none
    static PolicyText parse(Json.At at, String text, boolean variables) {
        if (!variables || !text.contains("${")) {
            return written(text);
        }
        List<Part> parts = new ArrayList<>();
        Matcher found = VARIABLE.matcher(text);
        int end = 0;
        while (found.find()) {
            addWritten(at, text.substring(end, found.start()), parts);
            parts.add(found.group(1) == null ? variable(at, found) : new Part.Sign(found.group(1)));
            end = found.end();
        }
        addWritten(at, text.substring(end), parts);
        return new PolicyText(parts);
    }

    /// The six parts of an ARN, each with its own variables and signs; empty if there are fewer.
    static Optional<List<PolicyText>> parseArn(Json.At at, String text, boolean variables) {
        List<PolicyText> parts = new ArrayList<>();
        int start = 0;
        while (parts.size() < 5) {
            int colon = colonOutsideOfVariables(text, start, variables);
            if (colon < 0) {
                return Optional.empty();
            }
            parts.add(parse(at, text.substring(start, colon), variables));
            start = colon + 1;
        }
        parts.add(parse(at, text.substring(start), variables));
        return Optional.of(List.copyOf(parts));
    }

    boolean hasVariables() {
        return fixedText.isEmpty();
    }

    /// Empty if a variable has no value.
    Optional<String> text(Facts facts) {
        return fixedText.isPresent() ? fixedText : text(parts, facts);
    }

    /// Empty if a variable has no value.
    Optional<Wildcard> pattern(Facts facts) {
        return fixedPattern.isPresent() ? fixedPattern : pattern(parts, facts);
    }

    boolean isLike(String found, Facts facts) {
        return pattern(facts).filter(pattern -> pattern.matches(found)).isPresent();
    }

    private static Optional<String> text(List<Part> parts, Facts facts) {
        var text = new StringBuilder();
        for (Part part : parts) {
            Optional<String> value = value(part, facts);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get());
        }
        return Optional.of(text.toString());
    }

    private static Optional<Wildcard> pattern(List<Part> parts, Facts facts) {
        var pattern = new Wildcard.Builder();
        for (Part part : parts) {
            Optional<String> value = value(part, facts);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            switch (part) {
                case Part.Written(String text) -> pattern.pattern(text);
                case Part.Sign _, Part.Variable _ -> pattern.literal(value.get());
            }
        }
        return Optional.of(pattern.build());
    }

    /// A fact of several values is nothing a variable could stand for.
    private static Optional<String> value(Part part, Facts facts) {
        return switch (part) {
            case Part.Written(String text) -> Optional.of(text);
            case Part.Sign(String text) -> Optional.of(text);
            case Part.Variable(ContextKey key, Optional<String> otherwise) -> {
                List<String> found = facts.of(key);
                yield found.isEmpty() ? otherwise : found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
            }
        };
    }

    private static Part variable(Json.At at, Matcher found) {
        String name = found.group(2);
        ContextKey key = ContextKey.named(name)
                .orElseThrow(() -> new PolicySyntaxException(
                        at, "\"" + name + "\" is no condition key that a variable could stand for."));
        if (key.key().hasSeveralValues()) {
            throw new PolicySyntaxException(
                    at, "\"" + name + "\" can have several values, so no variable can stand for it.");
        }
        return new Part.Variable(key, Optional.ofNullable(found.group(3)));
    }

    private static void addWritten(Json.At at, String text, List<Part> parts) {
        if (text.contains("${")) {
            throw new PolicySyntaxException(
                    at,
                    "A variable is written ${key} or ${key, 'default'}, or ${*}, ${?} and ${$} for these signs themselves; "
                            + "this one is not.");
        }
        if (!text.isEmpty()) {
            parts.add(new Part.Written(text));
        }
    }

    private static int colonOutsideOfVariables(String text, int from, boolean variables) {
        int position = from;
        while (position < text.length()) {
            if (variables && text.startsWith("${", position)) {
                int close = text.indexOf('}', position);
                position = close < 0 ? text.length() : close;
            } else if (text.charAt(position) == ':') {
                return position;
            }
            position++;
        }
        return -1;
    }

    @Override
    public String toString() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Written(String text) -> text;
                    case Part.Sign(String text) -> "${" + text + "}";
                    case Part.Variable(ContextKey key, _) -> "${" + key.name() + "}";
                })
                .collect(Collectors.joining());
    }
}
