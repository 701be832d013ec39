package app.keyhold.kms.operation;

import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// Where a list goes on, opaque to its reader: base64url of magic "KHMK", version 1, 8 bytes of a SHA-256 over list and
/// position, and the position. It fits the list it came from alone. Holds nothing that is not in the list already.
record Marker(String list, String position) {
    private static final byte[] PREFIX = {'K', 'H', 'M', 'K', 1};
    private static final int CHECK_BYTES = 8;

    /// @throws KmsException InvalidMarkerException unless `text` came from this list
    static Marker parse(String list, String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new KmsException(Fault.InvalidMarkerException, "The marker is not valid.", noBase64);
        }
        int start = Math.min(PREFIX.length + CHECK_BYTES, bytes.length);
        var marker = new Marker(list, new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
        if (!marker.text().equals(text)) {
            throw new KmsException(Fault.InvalidMarkerException, "The marker is not valid.");
        }
        return marker;
    }

    String text() {
        byte[] after = position.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = ByteBuffer.allocate(PREFIX.length + CHECK_BYTES + after.length)
                .put(PREFIX)
                .put(check())
                .put(after)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] check() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(LengthPrefixed.join(list, position));
            return Arrays.copyOf(digest, CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java runtime", e);
        }
    }
}
