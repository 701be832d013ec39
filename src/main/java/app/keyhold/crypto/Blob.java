package app.keyhold.crypto;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// Bytes that are no secret, as an immutable value: ciphertexts, signatures, public keys, digests, messages to sign.
public final class Blob {
    private static final Blob EMPTY = new Blob(new byte[0]);

    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Blob of(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Blob(bytes.clone());
    }

    /// Of an array just made that nobody else holds: it is kept, not copied.
    public static Blob taking(byte[] bytes) {
        return bytes.length == 0 ? EMPTY : new Blob(bytes);
    }

    /// @throws IllegalArgumentException if `text` is no canonical base64
    public static Blob ofBase64(String text) {
        return new Blob(Base64.getDecoder().decode(text));
    }

    /// @throws IllegalArgumentException if `text` is no hexadecimal
    public static Blob ofHex(String text) {
        return new Blob(HexFormat.of().parseHex(text));
    }

    public int size() {
        return bytes.length;
    }

    public byte[] toByteArray() {
        return bytes.clone();
    }

    /// Adds the bytes to what `digest` has taken in.
    public void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Blob[" + bytes.length + "]";
    }
}
