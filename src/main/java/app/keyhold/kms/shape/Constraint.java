package app.keyhold.kms.shape;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a member's value must satisfy, with the service's words for it.
sealed interface Constraint {
    /// The words for what `value` breaks.
    Optional<String> brokenBy(Object value);

    /// All constraints declared on a member.
    static List<Constraint> of(RecordMembers.One member) {
        List<Constraint> constraints = new ArrayList<>();
        member.annotation(Length.class).ifPresent(length -> {
            constraints.add(new LengthAtMost(length.max()));
            constraints.add(new LengthAtLeast(length.min()));
        });
        member.annotation(Range.class).ifPresent(range -> {
            constraints.add(new ValueAtMost(range.max()));
            constraints.add(new ValueAtLeast(range.min()));
        });
        member.annotation(OneOf.class)
                .ifPresent(oneOf -> constraints.add(new EnumValue(Arrays.stream(
                                oneOf.value().getEnumConstants())
                        .map(Enum::name)
                        .toList())));
        member.annotation(Matches.class)
                .ifPresent(matches -> constraints.add(new Regex(Pattern.compile(matches.value()))));
        member.annotation(EachLength.class)
                .ifPresent(each -> constraints.add(new EachElement(
                        List.of(new LengthAtMost(each.max()), new LengthAtLeast(each.min())))));
        if (member.annotation(Sensitive.class).isPresent()) {
            return constraints.stream().<Constraint>map(SecretText::new).toList();
        }
        return List.copyOf(constraints);
    }

    String words();

    record LengthAtMost(int max) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return length(value) > max ? Optional.of(words()) : Optional.empty();
        }

        @Override
        public String words() {
            return "Member must have length less than or equal to " + max;
        }
    }

    record LengthAtLeast(int min) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return length(value) < min ? Optional.of(words()) : Optional.empty();
        }

        @Override
        public String words() {
            return "Member must have length greater than or equal to " + min;
        }
    }

    record ValueAtMost(int max) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return ((Number) value).longValue() > max ? Optional.of(words()) : Optional.empty();
        }

        @Override
        public String words() {
            return "Member must have value less than or equal to " + max;
        }
    }

    record ValueAtLeast(int min) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return ((Number) value).longValue() < min ? Optional.of(words()) : Optional.empty();
        }

        @Override
        public String words() {
            return "Member must have value greater than or equal to " + min;
        }
    }

    /// On a list, each element must be one of them.
    record EnumValue(List<String> names) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            if (value instanceof List<?> list) {
                return new EachElement(List.of(this)).brokenBy(list);
            }
            return names.contains(String.valueOf(value)) ? Optional.empty() : Optional.of(words());
        }

        @Override
        public String words() {
            return "Member must satisfy enum value set: " + names;
        }
    }

    record Regex(Pattern pattern) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return pattern.matcher((CharSequence) value).matches() ? Optional.empty() : Optional.of(words());
        }

        @Override
        public String words() {
            return "Member must satisfy regular expression pattern: " + pattern;
        }
    }

    /// The constraint on the text that a secret's bytes are.
    record SecretText(Constraint onText) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            return ((SecretBytes) value).use(utf8 -> {
                CharBuffer text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(utf8));
                try {
                    return onText.brokenBy(text);
                } finally {
                    Arrays.fill(text.array(), '\0');
                }
            });
        }

        @Override
        public String words() {
            return onText.words();
        }
    }

    record EachElement(List<Constraint> constraints) implements Constraint {
        @Override
        public Optional<String> brokenBy(Object value) {
            boolean broken = ((List<?>) value)
                    .stream()
                            .anyMatch(element -> constraints.stream()
                                    .anyMatch(one -> one.brokenBy(element).isPresent()));
            return broken ? Optional.of(words()) : Optional.empty();
        }

        @Override
        public String words() {
            return "Member must satisfy constraint: "
                    + constraints.stream().map(Constraint::words).collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private static int length(Object value) {
        return switch (value) {
            case CharSequence text -> Character.codePointCount(text, 0, text.length());
            case Blob blob -> blob.size();
            case SecretBytes secret -> secret.length();
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            default -> throw new IllegalStateException("No length is defined for " + value.getClass());
        };
    }
}
