package app.keyhold.crypto;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// A secret at rest: AES-256-GCM under a wrapping key with a fresh random nonce, bound to what it is and whose it is,
/// so that a wrapped value put in another's place does not open.
///
/// ```
/// 0   magic "KHWV"
/// 4   version 1
/// 5   nonce, 12 bytes
/// 17  ciphertext and 16-byte tag
/// ```
/// The associated data is magic and version, then purpose and identity, each length-prefixed.
public final class KeyWrap {
    private static final byte[] PREFIX = {'K', 'H', 'W', 'V', 1};
    private static final int SECRET = PREFIX.length + AesGcm.NONCE_BYTES;

    private KeyWrap() {}

    /// @param identity purpose, vault id and everything that names the row
    public static Blob wrap(SecretBytes wrappingKey, SecretBytes secret, String... identity) {
        byte[] nonce = AesGcm.nonce();
        byte[] sealed = AesGcm.seal(wrappingKey, nonce, associatedData(identity), secret);
        return Blob.of(ByteBuffer.allocate(SECRET + sealed.length)
                .put(PREFIX)
                .put(nonce)
                .put(sealed)
                .array());
    }

    /// @throws AEADBadTagException if the value is damaged, of an unknown version, or not of this identity or key
    public static SecretBytes unwrap(SecretBytes wrappingKey, Blob wrapped, String... identity)
            throws AEADBadTagException {
        byte[] bytes = wrapped.toByteArray();
        if (bytes.length < SECRET + AesGcm.TAG_BYTES
                || !Arrays.equals(bytes, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            throw new AEADBadTagException("Not a wrapped value of version 1");
        }
        byte[] nonce = Arrays.copyOfRange(bytes, PREFIX.length, SECRET);
        return AesGcm.open(
                wrappingKey, nonce, associatedData(identity), Arrays.copyOfRange(bytes, SECRET, bytes.length));
    }

    private static byte[] associatedData(String... identity) {
        byte[] fields = LengthPrefixed.join(identity);
        return ByteBuffer.allocate(PREFIX.length + fields.length)
                .put(PREFIX)
                .put(fields)
                .array();
    }
}
