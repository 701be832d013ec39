package app.keyhold.trail;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.RecordMembers;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a request of any type, member by member: by the member's name where something is known of it, such as what an
/// earlier call with the same key answered, else by its type. Whatever may be secret carries [#CANARY].
final class AnyRequest {
    static final String CANARY = "KHCANARY";

    private final Map<String, Object> known = new HashMap<>();
    private int made;

    /// From now on members of this name have this value.
    void know(String name, Object value) {
        known.put(name.toLowerCase(Locale.ROOT), value);
    }

    /// What a response names can be asked for again.
    void learn(Record response) {
        for (RecordMembers.One member : RecordMembers.of(response.getClass())) {
            Object value = member.of(response) instanceof Optional<?> optional ? optional.orElse(null) : member.of(response);
            if (value instanceof Blob || (value instanceof String && !member.name().toLowerCase(Locale.ROOT).endsWith("keyid"))) {
                know(member.name(), value);
            }
        }
    }

    KmsRequest<?> of(Class<?> type) {
        return (KmsRequest<?>) record(type);
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(
                    Arrays.stream(components).map(one -> value(one, one.getName(), one.getGenericType())).toArray());
        } catch (ReflectiveOperationException unmakeable) {
            throw new AssertionError("No request of " + type + " can be made: teach AnyRequest its members", unmakeable);
        }
    }

    private @Nullable Object value(RecordComponent component, String name, Type type) {
        Class<?> raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        if (raw == Optional.class) {
            return optional(component, name, argument(type, 0));
        }
        Object given = known.get(name.toLowerCase(Locale.ROOT));
        if (raw.isInstance(given)) {
            return given instanceof SecretBytes secret ? secret.copy() : given;
        }
        if (raw == List.class) {
            Object only = name.endsWith("Modifiers") || name.equals("grantTokens") ? null : value(component, singular(name), argument(type, 0));
            return only == null || component.isAnnotationPresent(OneOf.class) ? List.of() : List.of(only);
        }
        return raw == Map.class ? Map.of("walk", "in the clear") : plain(component, name, raw);
    }

    /// Left out, unless something is known of it or it could be a secret.
    private Optional<?> optional(RecordComponent component, String name, Type type) {
        boolean filled = known.containsKey(name.toLowerCase(Locale.ROOT)) || type == SecretBytes.class || mayBeSecret(name);
        return filled && !name.equals("dryRun") ? Optional.ofNullable(value(component, name, type)) : Optional.empty();
    }

    private @Nullable Object plain(RecordComponent component, String name, Class<?> type) {
        made++;
        if (type == String.class) {
            return Optional.ofNullable(component.getAnnotation(OneOf.class))
                    .map(oneOf -> oneOf.value().getEnumConstants()[made % oneOf.value().getEnumConstants().length].name())
                    .orElseGet(() -> mayBeSecret(name) ? CANARY + made : "walk-" + made);
        }
        if (type == SecretBytes.class) {
            return SecretBytes.takeOver(bytes());
        }
        if (type == Blob.class) {
            return Blob.of(bytes());
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            int number = Optional.ofNullable(component.getAnnotation(Range.class))
                    .map(range -> (int) Math.min(Math.max(range.min(), 100), range.max()))
                    .orElse(1);
            return type == int.class || type == Integer.class ? (Object) number : (Object) (long) number;
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-24T12:00:00Z").plusSeconds(made);
        }
        if (type == Duration.class) {
            return Duration.ofMinutes(15);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[made % type.getEnumConstants().length];
        }
        return type.isRecord() ? record(type) : null;
    }

    private byte[] bytes() {
        return (CANARY + " %024d").formatted(made).substring(0, 32).getBytes(StandardCharsets.US_ASCII);
    }

    static boolean mayBeSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("password") || lower.contains("secret") || lower.contains("pin") && lower.length() < 8;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    private static Type argument(Type type, int index) {
        return ((ParameterizedType) type).getActualTypeArguments()[index];
    }
}
