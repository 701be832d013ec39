package app.keyhold.kms.shape;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds every violation of a request's constraints, in the order of its members, and words them as the service does.
public final class ShapeCheck {
    private static final ClassValue<List<Checked>> CHECKED = new ClassValue<>() {
        @Override
        protected List<Checked> computeValue(Class<?> type) {
            return RecordMembers.of(type).stream()
                    .map(member -> new Checked(member, Constraint.of(member)))
                    .toList();
        }
    };

    private ShapeCheck() {}

    /// The message of the ValidationException; empty for a well-formed request.
    public static Optional<String> message(Record request) {
        List<String> violations = new ArrayList<>();
        check(request, "", violations);
        if (violations.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(violations.stream()
                .collect(Collectors.joining(
                        "; ",
                        violations.size() + " validation error" + (violations.size() == 1 ? "" : "s") + " detected: ",
                        "")));
    }

    private static void check(Record record, String path, List<String> violations) {
        for (Checked one : CHECKED.get(record.getClass())) {
            String member = path + one.member.name();
            Object value = one.member.of(record);
            if (value == null) {
                violations.add("Value null at '" + member + "' failed to satisfy constraint: Member must not be null");
            } else if (value instanceof Optional<?> optional) {
                optional.ifPresent(there -> checkValue(one, there, member, violations));
            } else {
                checkValue(one, value, member, violations);
            }
        }
    }

    private static void checkValue(Checked one, Object value, String member, List<String> violations) {
        for (Constraint constraint : one.constraints) {
            constraint.brokenBy(value).ifPresent(words -> violations.add(
                    "Value " + shown(value) + "at '" + member + "' failed to satisfy constraint: " + words));
        }
        switch (value) {
            case String text when isTorn(text) ->
                violations.add(
                        "Value at '" + member + "' failed to satisfy constraint: Member must be well-formed Unicode");
            case Record nested -> check(nested, member + ".", violations);
            case List<?> list -> checkElements(list, member, violations);
            default -> {}
        }
    }

    private static void checkElements(List<?> list, String member, List<String> violations) {
        int position = 1;
        for (Object element : list) {
            if (element instanceof Record nested) {
                check(nested, member + "." + position + ".member.", violations);
            }
            position++;
        }
    }

    /// Half a surrogate pair has no UTF-8, so it could be neither stored nor recorded as it was sent.
    private static boolean isTorn(String text) {
        return text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    /// Bytes are never shown.
    private static String shown(@Nullable Object value) {
        return value instanceof Blob || value instanceof SecretBytes ? "" : "'" + value + "' ";
    }

    private record Checked(RecordMembers.One member, List<Constraint> constraints) {}
}
