package app.keyhold.iam;

import java.util.List;
import java.util.regex.Pattern;

/// The values a policy's elements take: a text, or a list of texts that is not empty.
final class PolicyValues {
    static final Pattern RESOURCE = Pattern.compile("\\*|arn:\\S+");

    private PolicyValues() {}

    static String text(Json json) {
        if (json instanceof Json.Text(_, String value)) {
            return value;
        }
        throw new PolicySyntaxException(json.at(), "A text is expected here, not " + json.kind() + ".");
    }

    static List<Json> oneOrMore(Json json) {
        if (!(json instanceof Json.Items(Json.At at, List<Json> values))) {
            return List.of(json);
        }
        if (values.isEmpty()) {
            throw new PolicySyntaxException(at, "The list is empty.");
        }
        return values;
    }

    static List<String> texts(Json json) {
        return oneOrMore(json).stream().map(PolicyValues::text).toList();
    }

    static List<String> texts(Json json, Pattern form, String otherwise) {
        for (Json one : oneOrMore(json)) {
            if (!form.matcher(text(one)).matches()) {
                throw new PolicySyntaxException(one.at(), "\"" + text(one) + "\" " + otherwise);
            }
        }
        return texts(json);
    }
}
