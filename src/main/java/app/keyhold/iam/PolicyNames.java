package app.keyhold.iam;

import app.keyhold.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// The names that the statements of a policy on a key or role give to people, roles and sessions. They are written and read
/// as ARNs and kept as unique ids, so that whoever is made anew under an old name is not who was meant.
public final class PolicyNames {
    /// Of a user, of a role, or of a role's session: `AROA…:NAME`.
    static final String UNIQUE_ID = "(?:AIDA|AROA)[A-Z2-7]{17}(?::[\\w+=,.@-]{2,64})?";

    private static final Pattern WHOLE_ID = Pattern.compile(UNIQUE_ID);

    private PolicyNames() {}

    public static boolean isUniqueId(String name) {
        return WHOLE_ID.matcher(name).matches();
    }

    /// The policy with other names in it, and not a character of the rest changed.
    ///
    /// @param rename from and to names of letters that mean nothing in JSON
    /// @throws PolicySyntaxException if it is no JSON
    public static String renamed(String policy, UnaryOperator<String> rename) {
        var changed = new StringBuilder(policy);
        for (Json.Text name : named(PolicyJson.read(policy)).reversed()) {
            String now = rename.apply(name.value());
            if (!now.equals(name.value())) {
                int start = offset(policy, name.at());
                changed.replace(start, endOfText(policy, start), "\"" + now + "\"");
            }
        }
        return changed.toString();
    }

    /// In the order they stand.
    private static List<Json.Text> named(Json policy) {
        List<Json.Text> names = new ArrayList<>();
        for (Json statement : each(member(policy, "Statement"))) {
            for (String element : List.of("Principal", "NotPrincipal")) {
                for (Json name : each(member(statement, element).flatMap(one -> member(one, "AWS")))) {
                    if (name instanceof Json.Text text) {
                        names.add(text);
                    }
                }
            }
        }
        return names;
    }

    private static Optional<Json> member(Json of, String name) {
        return of instanceof Json.Members members
                ? Optional.ofNullable(members.values().get(name)).map(Json.Member::value)
                : Optional.empty();
    }

    private static List<Json> each(Optional<Json> values) {
        return values.map(value -> value instanceof Json.Items items ? items.values() : List.of(value))
                .orElse(List.of());
    }

    private static int offset(String text, Json.At at) {
        int lineStart = 0;
        for (int line = 1; line < at.line(); line++) {
            lineStart = text.indexOf('\n', lineStart) + 1;
        }
        return lineStart + at.column() - 1;
    }

    /// Behind the closing quote of the text whose opening quote stands at `start`.
    private static int endOfText(String text, int start) {
        int position = start + 1;
        while (text.charAt(position) != '"') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        return position + 1;
    }
}
