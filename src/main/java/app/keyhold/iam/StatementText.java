package app.keyhold.iam;

import app.keyhold.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// One statement of a policy as JSON, for whoever asks why: laid out, a line a member.
public final class StatementText {
    private static final String STEP = "  ";

    private StatementText() {}

    /// @param label its Sid, or `statement 2` by position
    /// @return empty if the policy has no such statement, or is none
    public static Optional<String> of(String policy, String label) {
        try {
            return of(PolicyJson.read(policy), label);
        } catch (PolicySyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<String> of(Json policy, String label) {
        List<Json> statements = member(policy, "Statement")
                .map(value -> value instanceof Json.Items items ? items.values() : List.of(value))
                .orElse(List.of());
        for (int at = 0; at < statements.size(); at++) {
            String position = "statement " + (at + 1);
            String own = member(statements.get(at), "Sid")
                    .filter(Json.Text.class::isInstance)
                    .map(sid -> ((Json.Text) sid).value())
                    .filter(sid -> !sid.isEmpty())
                    .orElse(position);
            if (own.equals(label)) {
                return Optional.of(text(statements.get(at), ""));
            }
        }
        return Optional.empty();
    }

    private static Optional<Json> member(Json of, String name) {
        return of instanceof Json.Members members
                ? Optional.ofNullable(members.values().get(name)).map(Json.Member::value)
                : Optional.empty();
    }

    private static String text(Json value, String indent) {
        return switch (value) {
            case Json.Text(_, String text) -> quoted(text);
            case Json.Flag(_, boolean flag) -> String.valueOf(flag);
            case Json.Number(_, String number) -> number;
            case Json.Null _ -> "null";
            case Json.Items(_, List<Json> values) ->
                block("[", values.stream().map(one -> text(one, indent + STEP)).toList(), "]", indent);
            case Json.Members members -> {
                List<String> lines = new ArrayList<>();
                members.values()
                        .forEach((name, member) -> lines.add(quoted(name) + ": " + text(member.value(), indent + STEP)));
                yield block("{", lines, "}", indent);
            }
        };
    }

    private static String block(String open, List<String> lines, String close, String indent) {
        return lines.isEmpty()
                ? open + close
                : lines.stream()
                        .map(line -> indent + STEP + line)
                        .collect(Collectors.joining(",\n", open + "\n", "\n" + indent + close));
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.chars().forEach(sign -> {
            switch (sign) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (sign < ' ') {
                        quoted.append(String.format("\\u%04x", sign));
                    } else {
                        quoted.append((char) sign);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
