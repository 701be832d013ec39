package app.keyhold.iam;

import app.keyhold.json.Json;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The values a policy's elements take: a text, or a list of texts that is not empty.
final class PolicyValues {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private PolicyValues() {}

    static String text(Json json) {
        if (json instanceof Json.Text(_, String value)) {
            return value;
        }
        throw new PolicySyntaxException(json.at(), "A text is expected here, not " + json.kind() + ".");
    }

    /// In conditions, numbers and truth values may stand without quotes.
    static String scalar(Json json) {
        return switch (json) {
            case Json.Flag(_, boolean value) -> String.valueOf(value);
            case Json.Number(_, String value) -> value;
            default -> text(json);
        };
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

    static List<String> texts(Json json, Pattern form, String otherwise) {
        for (Json one : oneOrMore(json)) {
            if (!form.matcher(text(one)).matches()) {
                throw new PolicySyntaxException(one.at(), "\"" + text(one) + "\" " + otherwise);
            }
        }
        return oneOrMore(json).stream().map(PolicyValues::text).toList();
    }

    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /// The one spelling of these bytes in base64; empty for what is none.
    static Optional<String> canonicalBase64(String text) {
        try {
            return Optional.of(Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
