package app.keyhold.kms.key;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// What Encrypt and the data key operations answer under a symmetric key, version 1:
///
/// ```
/// 0    magic "KHCB"
/// 4    version 1
/// 5    first 4 bytes of the SHA-256 of the rest of the header: tells damage from a key that is not here
/// 9    key id: 0 for a UUID or 1 for mrk-, then its 16 bytes
/// 26   key material id, 32 bytes
/// 58   salt, 16 bytes
/// 74   key commitment, 32 bytes
/// 106  IV, 12 bytes
/// 118  ciphertext and 16-byte tag
/// ```
/// HKDF-SHA-512 of the material with the salt and the info `keyhold/blob/1`, key id, material id (as above) gives the
/// AES key and the commitment, so one AES key seals one message. The associated data is the header and the canonical
/// encryption context. Neither names a Region or account: related multi-Region keys open each other's.
public final class CiphertextBlob {
    private static final byte[] PREFIX = {'K', 'H', 'C', 'B', 1};
    private static final int CHECK = PREFIX.length;
    private static final int KEY_ID = CHECK + 4;
    private static final int MATERIAL_ID = KEY_ID + 17;
    private static final int SALT = MATERIAL_ID + 32;
    private static final int COMMITMENT = SALT + 16;
    private static final int IV = COMMITMENT + 32;
    private static final int HEADER = IV + AesGcm.NONCE_BYTES;

    private static final byte[] INFO = "keyhold/blob/1".getBytes(StandardCharsets.US_ASCII);
    private static final String MULTI_REGION = "mrk-";

    private final byte[] bytes;

    private CiphertextBlob(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty if the bytes are no blob of a known version, are cut short or have a damaged header. Nothing in a parsed
    /// blob is authentic before [#open].
    public static Optional<CiphertextBlob> parse(Blob blob) {
        byte[] bytes = blob.toByteArray();
        boolean wellFormed = bytes.length >= HEADER + AesGcm.TAG_BYTES
                && Arrays.equals(bytes, 0, CHECK, PREFIX, 0, CHECK)
                && Arrays.equals(bytes, CHECK, KEY_ID, check(bytes), 0, KEY_ID - CHECK)
                && (bytes[KEY_ID] == 0 || bytes[KEY_ID] == 1);
        return wellFormed ? Optional.of(new CiphertextBlob(bytes)) : Optional.empty();
    }

    public static Blob seal(
            Key key, KeyMaterial current, SecretBytes material, EncryptionContext context, SecretBytes plaintext) {
        return sealInsecurely(
                key.id(), current.id(), material, context, plaintext, Randomness.bytes(16), AesGcm.nonce());
    }

    /// With a given salt and IV, for known-answer tests: the same two for two plaintexts give both away.
    static Blob sealInsecurely(
            String keyId,
            String materialId,
            SecretBytes material,
            EncryptionContext context,
            SecretBytes plaintext,
            byte[] salt,
            byte[] iv) {
        byte[] header = new byte[HEADER];
        ByteBuffer fields = ByteBuffer.wrap(header).put(PREFIX).position(KEY_ID);
        fields.put(encodeKeyId(keyId)).put(HexFormat.of().parseHex(materialId)).put(salt);
        try (Derived derived = derive(header, material)) {
            fields.put(derived.commitment()).put(iv);
            System.arraycopy(check(header), 0, header, CHECK, KEY_ID - CHECK);
            byte[] sealed = AesGcm.seal(derived.key(), iv, associatedData(header, context), plaintext);
            return Blob.of(ByteBuffer.allocate(HEADER + sealed.length)
                    .put(header)
                    .put(sealed)
                    .array());
        }
    }

    public String keyId() {
        String hex = HexFormat.of().formatHex(bytes, KEY_ID + 1, MATERIAL_ID);
        if (bytes[KEY_ID] == 1) {
            return MULTI_REGION + hex;
        }
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    public String materialId() {
        return HexFormat.of().formatHex(bytes, MATERIAL_ID, SALT);
    }

    /// @throws AEADBadTagException if material, context or any byte is not the one it was sealed with
    public SecretBytes open(SecretBytes material, EncryptionContext context) throws AEADBadTagException {
        byte[] header = Arrays.copyOf(bytes, HEADER);
        try (Derived derived = derive(header, material)) {
            if (!MessageDigest.isEqual(derived.commitment(), Arrays.copyOfRange(header, COMMITMENT, IV))) {
                throw new AEADBadTagException("The blob commits to another key");
            }
            return AesGcm.open(
                    derived.key(),
                    Arrays.copyOfRange(header, IV, HEADER),
                    associatedData(header, context),
                    Arrays.copyOfRange(bytes, HEADER, bytes.length));
        }
    }

    private record Derived(SecretBytes key, byte[] commitment) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    private static Derived derive(byte[] header, SecretBytes material) {
        byte[] info = ByteBuffer.allocate(INFO.length + SALT - KEY_ID)
                .put(INFO)
                .put(header, KEY_ID, SALT - KEY_ID)
                .array();
        byte[] salt = Arrays.copyOfRange(header, SALT, COMMITMENT);
        try (SecretBytes both = Hkdf.sha512(material, salt, info, 64)) {
            return both.use(bytes -> new Derived(
                    SecretBytes.takeOver(Arrays.copyOf(bytes, 32)), Arrays.copyOfRange(bytes, 32, 64)));
        }
    }

    private static byte[] associatedData(byte[] header, EncryptionContext context) {
        byte[] canonical = context.canonical();
        return ByteBuffer.allocate(header.length + canonical.length)
                .put(header)
                .put(canonical)
                .array();
    }

    private static byte[] encodeKeyId(String keyId) {
        boolean multiRegion = keyId.startsWith(MULTI_REGION);
        String hex = multiRegion ? keyId.substring(MULTI_REGION.length()) : keyId.replace("-", "");
        return ByteBuffer.allocate(MATERIAL_ID - KEY_ID)
                .put((byte) (multiRegion ? 1 : 0))
                .put(HexFormat.of().parseHex(hex))
                .array();
    }

    private static byte[] check(byte[] header) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(header, 0, CHECK);
            digest.update(header, KEY_ID, HEADER - KEY_ID);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java runtime", e);
        }
    }
}
