package app.keyhold.endpoint;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One JSON object into one record. Nothing that fails leaves a secret behind.
final class RecordReader {
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

    private final JsonParser parser;

    RecordReader(JsonParser parser) {
        this.parser = parser;
    }

    /// The parser stands at the object's start, and afterwards at its end.
    Object read(RecordShape shape) throws IOException {
        @Nullable Object[] values = new @Nullable Object[shape.slots().size()];
        try {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var slot = shape.byName().get(parser.currentName());
                parser.nextToken();
                if (slot == null) {
                    parser.skipChildren();
                } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                    values[slot.index()] = slot.isText() ? secretText(slot) : value(slot.type(), slot.name());
                }
            }
            shape.slots().forEach(slot -> {
                if (values[slot.index()] == null) {
                    values[slot.index()] = absent(slot);
                }
            });
            return shape.make(values);
        } catch (IOException | RuntimeException refused) {
            Arrays.asList(values).forEach(Secrets::wipe);
            throw refused;
        }
    }

    private Object value(Type type, String member) throws IOException {
        if (type instanceof ParameterizedType generic) {
            Type[] of = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return Optional.of(value(of[0], member));
            }
            return raw == List.class ? list(of[0], member) : map(of[1], member);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(member, "a String");
        } else if (plain == Blob.class) {
            return binary(member, Blob::of);
        } else if (plain == SecretBytes.class) {
            return binary(member, SecretBytes::takeOver);
        } else if (plain == Boolean.class || plain == boolean.class) {
            return truth(member);
        } else if (plain == Integer.class || plain == int.class) {
            return Math.toIntExact(whole(member, Integer.MIN_VALUE, Integer.MAX_VALUE));
        } else if (plain == Long.class || plain == long.class) {
            return whole(member, Long.MIN_VALUE, Long.MAX_VALUE);
        } else if (plain == Instant.class) {
            return instant(member);
        } else if (plain.isEnum()) {
            return constant(plain, text(member, "a String"), member);
        }
        require(JsonToken.START_OBJECT, member, "a structure");
        return read(RecordShape.of(plain));
    }

    /// A list that must be there is not the same as an empty one.
    private static @Nullable Object absent(RecordShape.Slot slot) {
        Type type = slot.type();
        Class<?> raw = (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
        if (raw == Optional.class) {
            return Optional.empty();
        } else if (raw == List.class) {
            return slot.required() ? null : List.of();
        } else if (raw == Map.class) {
            return slot.required() ? null : Map.of();
        } else if (raw == boolean.class) {
            return false;
        } else if (raw == int.class) {
            return 0;
        }
        return raw == long.class ? 0L : null;
    }

    private List<Object> list(Type of, String member) throws IOException {
        require(JsonToken.START_ARRAY, member, "a List");
        var items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(of, member));
        }
        return List.copyOf(items);
    }

    private Map<String, Object> map(Type of, String member) throws IOException {
        require(JsonToken.START_OBJECT, member, "a Map");
        var entries = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            entries.put(key, value(of, member));
        }
        return Map.copyOf(entries);
    }

    private String text(String member, String wanted) throws IOException {
        require(JsonToken.VALUE_STRING, member, wanted);
        return parser.getText();
    }

    private boolean truth(String member) {
        return switch (parser.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw unfit(member, "a Boolean");
        };
    }

    private long whole(String member, long least, long most) throws IOException {
        require(JsonToken.VALUE_NUMBER_INT, member, "an Integer");
        var number = parser.getBigIntegerValue();
        if (number.bitLength() > 63 || number.longValue() < least || number.longValue() > most) {
            throw unfit(member, "an Integer");
        }
        return number.longValue();
    }

    private Instant instant(String member) throws IOException {
        if (!parser.currentToken().isNumeric()) {
            throw unfit(member, "a Timestamp");
        }
        BigDecimal seconds = parser.getDecimalValue();
        if (seconds.abs().compareTo(LAST_SECOND) > 0) {
            throw unfit(member, "a Timestamp");
        }
        try {
            return Instant.ofEpochMilli(seconds.movePointRight(3).longValue());
        } catch (DateTimeException | ArithmeticException outOfRange) {
            throw unfit(member, "a Timestamp");
        }
    }

    /// As UTF-8, past every buffer that would keep it.
    private Object secretText(RecordShape.Slot slot) throws IOException {
        require(JsonToken.VALUE_STRING, slot.name(), "a String");
        char[] letters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        int length = parser.getTextLength();
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(letters, offset, length));
        try {
            byte[] utf8 = new byte[encoded.remaining()];
            encoded.get(utf8);
            SecretBytes secret = SecretBytes.takeOver(utf8);
            return slot.type() instanceof ParameterizedType ? Optional.of(secret) : secret;
        } finally {
            Arrays.fill(letters, offset, offset + length, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private <T> T binary(String member, Function<byte[], T> holder) throws IOException {
        require(JsonToken.VALUE_STRING, member, "a Blob");
        char[] letters = parser.getTextCharacters();
        int offset = parser.getTextOffset();
        byte[] ascii = new byte[parser.getTextLength()];
        byte[] decoded = {};
        try {
            for (int i = 0; i < ascii.length; i++) {
                char letter = letters[offset + i];
                ascii[i] = (byte) (letter < 128 ? letter : '?');
                letters[offset + i] = 0;
            }
            decoded = Base64.getDecoder().decode(ascii);
            if (!Arrays.equals(Base64.getEncoder().encode(decoded), ascii)) {
                throw notBase64(member);
            }
            return holder.apply(decoded);
        } catch (IllegalArgumentException invalid) {
            throw notBase64(member);
        } finally {
            Arrays.fill(ascii, (byte) 0);
            Arrays.fill(decoded, (byte) 0);
        }
    }

    private static Object constant(Class<?> type, String name, String member) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new KmsException(Fault.SerializationException, "'" + member + "' has no such value.");
    }

    private void require(JsonToken token, String member, String wanted) {
        if (parser.currentToken() != token) {
            throw unfit(member, wanted);
        }
    }

    private KmsException unfit(String member, String wanted) {
        String found = parser.currentToken().name().replace("VALUE_", "").replace("START_", "");
        return new KmsException(
                Fault.SerializationException, found + "_VALUE can not be converted to " + wanted + " at '" + member + "'");
    }

    private static KmsException notBase64(String member) {
        return new KmsException(Fault.SerializationException, "'" + member + "' is not valid base64.");
    }
}
