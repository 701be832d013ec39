package app.keyhold.kms.key;

import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// What a symmetric ciphertext is bound to beside its key: names and values, not secret, in no particular order. None
/// given and none in it are the same.
public final class EncryptionContext {
    /// Characters of all names and values with one separator between each.
    public static final int MAX_CHARACTERS = 8_192;

    private final byte[] canonical;

    private EncryptionContext(byte[] canonical) {
        this.canonical = canonical;
    }

    /// @throws KmsException ValidationException if it is larger than [#MAX_CHARACTERS] or no well-formed Unicode
    public static EncryptionContext of(Map<String, String> entries) {
        long characters = 0;
        for (var entry : entries.entrySet()) {
            characters += entry.getKey().length() + entry.getValue().length() + 2L;
        }
        if (characters - 1 > MAX_CHARACTERS) {
            throw new KmsException(
                    Fault.ValidationException,
                    "The encryption context must not be larger than " + MAX_CHARACTERS + " characters.");
        }
        return new EncryptionContext(encode(entries));
    }

    /// Count of entries, then the entries in order of the UTF-8 bytes of their names, each name and value after its
    /// length; all numbers in 4 bytes, big-endian. No Unicode normalisation.
    public byte[] canonical() {
        return canonical.clone();
    }

    private static byte[] encode(Map<String, String> entries) {
        var sorted = new TreeMap<byte[], byte[]>(Arrays::compareUnsigned);
        int size = Integer.BYTES;
        for (var entry : entries.entrySet()) {
            byte[] name = utf8(entry.getKey());
            byte[] value = utf8(entry.getValue());
            sorted.put(name, value);
            size += 2 * Integer.BYTES + name.length + value.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).putInt(sorted.size());
        sorted.forEach((name, value) ->
                bytes.putInt(name.length).put(name).putInt(value.length).put(value));
        return bytes.array();
    }

    /// Strict: `getBytes` would make every unpaired surrogate the same question mark.
    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unpaired) {
            throw new KmsException(
                    Fault.ValidationException, "The encryption context must be well-formed Unicode.", unpaired);
        }
    }
}
