package app.keyhold.message;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// The encryption context in bytes: count, then (length, key, length, value) in the order of the keys' UTF-8 bytes.
/// Spec: data-format/message-header.md#key-value-pairs. Written in that order, read in any: the SDK for JavaScript sorts
/// as its locale does. The tag is over the bytes as they stand, so one order is as authentic as another.
final class ContextCodec {
    private ContextCodec() {}

    /// Empty for an empty context: spec "this field MUST NOT be included".
    static byte[] encode(Map<String, String> context) {
        if (context.isEmpty()) {
            return new byte[0];
        }
        var sorted = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        context.forEach((key, value) -> sorted.put(utf8(key), utf8(value)));
        int size = HeaderLayout.LENGTH_BYTES;
        for (var entry : sorted.entrySet()) {
            size += 2 * HeaderLayout.LENGTH_BYTES + entry.getKey().length + entry.getValue().length;
            if (size > HeaderLayout.MAX_FIELD_BYTES) {
                throw MessageException.refused("The encryption context is longer than 65,535 bytes");
            }
        }
        var out = ByteBuffer.allocate(size).putShort((short) sorted.size());
        sorted.forEach((key, value) -> {
            out.putShort((short) key.length).put(key);
            out.putShort((short) value.length).put(value);
        });
        return out.array();
    }

    /// @param in the whole field and nothing more
    /// @param offset of the field in the message
    static Map<String, String> decode(ByteBuffer in, long offset) {
        if (!in.hasRemaining()) {
            return Map.of();
        }
        int count = unsignedShort(in, offset);
        if (count == 0) {
            throw MessageException.damaged(offset, "An empty encryption context is written as no bytes at all");
        }
        var context = new LinkedHashMap<String, String>();
        for (int i = 0; i < count; i++) {
            String key = text(field(in, offset), offset);
            String value = text(field(in, offset), offset);
            if (context.putIfAbsent(key, value) != null) {
                throw MessageException.damaged(offset, "The encryption context names a key twice");
            }
        }
        if (in.hasRemaining()) {
            throw MessageException.damaged(offset, "The encryption context is longer than its entries");
        }
        return Collections.unmodifiableMap(context);
    }

    static String text(byte[] utf8, long offset) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException invalid) {
            throw MessageException.damaged(offset, "A text of the header is not UTF-8");
        }
    }

    private static byte[] utf8(String text) {
        try {
            var encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException invalid) {
            throw MessageException.refused("The encryption context holds half a surrogate pair");
        }
    }

    private static byte[] field(ByteBuffer in, long offset) {
        int length = unsignedShort(in, offset);
        if (length > in.remaining()) {
            throw MessageException.damaged(offset, "An entry of the encryption context is longer than the context");
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int unsignedShort(ByteBuffer in, long offset) {
        if (in.remaining() < HeaderLayout.LENGTH_BYTES) {
            throw MessageException.damaged(offset, "The encryption context is shorter than its entries");
        }
        return Short.toUnsignedInt(in.getShort());
    }
}
