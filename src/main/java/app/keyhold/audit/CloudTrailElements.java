package app.keyhold.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Members of a request or a response as CloudTrail has them inside its elements: lower camel names, and dates in a form of
/// their own.
final class CloudTrailElements {
    /// `Aug 10, 2022, 10:38:27 PM`
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MMM d, yyyy, h:mm:ss a", Locale.US).withZone(ZoneOffset.UTC);

    private CloudTrailElements() {}

    /// The caller may add to it.
    static Map<String, Object> of(Detail.Members members) {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.values().forEach((name, value) -> plain.put(wireName(name), value(name, value)));
        return plain;
    }

    private static Object value(String name, Detail detail) {
        return switch (detail) {
            case Detail.Text(String text) -> isDate(name) ? date(text) : text;
            case Detail.Number(long number) -> number;
            case Detail.Flag(boolean flag) -> flag;
            case Detail.Items(List<Detail> values) ->
                values.stream().map(value -> value(name, value)).toList();
            case Detail.Members members -> isCallersOwn(name) ? verbatim(members) : of(members);
        };
    }

    /// Names and values a caller chose: `creationDate` in an encryption context is only a word.
    private static Map<String, Object> verbatim(Detail.Members members) {
        Map<String, Object> plain = new LinkedHashMap<>();
        members.values().forEach((name, value) -> plain.put(name, value instanceof Detail.Text(String text) ? text : value("", value)));
        return plain;
    }

    private static boolean isCallersOwn(String name) {
        return name.toLowerCase(Locale.ROOT).contains("encryptioncontext");
    }

    private static boolean isDate(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("date") || lower.endsWith("validto");
    }

    private static String date(String text) {
        try {
            return DATE.format(Instant.parse(text));
        } catch (DateTimeParseException noInstant) {
            return text;
        }
    }

    private static String wireName(String name) {
        return name.equals("awsAccountId") ? "AWSAccountId" : name;
    }
}
