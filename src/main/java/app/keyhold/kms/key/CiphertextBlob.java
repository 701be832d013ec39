package app.keyhold.kms.key;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// What Encrypt and the data key operations answer under a symmetric key. All versions begin alike:
///
/// ```
/// 0    magic "KHCB"
/// 4    version: 1 sealed here, 2 through a token, 3 through an external key store as well
/// 5    first 4 bytes of the SHA-256 of the rest of the header: tells damage from a key that is not here
/// 9    key id: 0 for a UUID or 1 for mrk-, then its 16 bytes
/// 26   key material id, 32 bytes
/// 58   salt, 16 bytes
/// 74   key commitment, 32 bytes
/// 106  IV, 12 bytes
/// 118  what the version adds to the header, then ciphertext and 16-byte tag
/// ```
/// HKDF-SHA-512 of a secret with the salt and the info `keyhold/blob/<version>`, key id, material id (as above) gives the
/// AES key and the commitment, so one AES key seals one message and a blob opens under one secret only. The associated
/// data is the header and the canonical encryption context.
public abstract sealed class CiphertextBlob permits LocalBlob, TokenBlob, ExternalBlob {
    static final int START = 118;

    private static final byte[] MAGIC = {'K', 'H', 'C', 'B'};
    private static final int VERSION = MAGIC.length;
    private static final int CHECK = VERSION + 1;
    private static final int KEY_ID = CHECK + 4;
    private static final int MATERIAL_ID = KEY_ID + 17;
    private static final int SALT = MATERIAL_ID + 32;
    private static final int COMMITMENT = SALT + 16;
    private static final int IV = COMMITMENT + 32;
    private static final String MULTI_REGION = "mrk-";

    final byte[] bytes;

    CiphertextBlob(byte[] bytes) {
        this.bytes = bytes;
    }

    /// Empty if the bytes are no blob of a known version, are cut short or have a damaged header. Nothing in a parsed
    /// blob is authentic before it is opened.
    public static Optional<CiphertextBlob> parse(Blob blob) {
        byte[] bytes = blob.toByteArray();
        boolean begins = bytes.length >= START + AesGcm.TAG_BYTES
                && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                && (bytes[KEY_ID] == 0 || bytes[KEY_ID] == 1);
        if (!begins) {
            return Optional.empty();
        }
        return switch (bytes[VERSION]) {
            case LocalBlob.VERSION -> LocalBlob.of(bytes);
            case TokenBlob.VERSION -> TokenBlob.of(bytes);
            case ExternalBlob.VERSION -> ExternalBlob.of(bytes);
            default -> Optional.empty();
        };
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

    /// The key of one message and its commitment.
    record Derived(SecretBytes key, byte[] commitment) implements AutoCloseable {
        @Override
        public void close() {
            key.close();
        }
    }

    /// The first 118 bytes, but for the check.
    static byte[] start(int version, String keyId, String materialId, byte[] salt, byte[] iv) {
        byte[] start = new byte[START];
        ByteBuffer.wrap(start)
                .put(MAGIC)
                .put((byte) version)
                .position(KEY_ID)
                .put(encodeKeyId(keyId))
                .put(HexFormat.of().parseHex(materialId))
                .put(salt)
                .position(IV)
                .put(iv);
        return start;
    }

    static Derived derive(byte[] start, SecretBytes secret) {
        byte[] purpose = ("keyhold/blob/" + start[VERSION]).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(purpose.length + SALT - KEY_ID)
                .put(purpose)
                .put(start, KEY_ID, SALT - KEY_ID)
                .array();
        byte[] salt = Arrays.copyOfRange(start, SALT, COMMITMENT);
        try (SecretBytes both = Hkdf.sha512(secret, salt, info, 64)) {
            return both.use(bytes -> new Derived(
                    SecretBytes.takeOver(Arrays.copyOf(bytes, 32)), Arrays.copyOfRange(bytes, 32, 64)));
        }
    }

    static void commit(byte[] start, Derived derived) {
        System.arraycopy(derived.commitment(), 0, start, COMMITMENT, IV - COMMITMENT);
    }

    static void requireCommitted(byte[] start, Derived derived) throws AEADBadTagException {
        if (!MessageDigest.isEqual(derived.commitment(), Arrays.copyOfRange(start, COMMITMENT, IV))) {
            throw new AEADBadTagException("The blob commits to another key");
        }
    }

    static byte[] iv(byte[] start) {
        return Arrays.copyOfRange(start, IV, START);
    }

    /// Magic, version, key id, material id: what is known of a message before anything else is made up.
    static byte[] names(byte[] start) {
        return withoutCheck(Arrays.copyOf(start, SALT));
    }

    static byte[] withoutCheck(byte[] start) {
        byte[] zeroed = start.clone();
        Arrays.fill(zeroed, CHECK, KEY_ID, (byte) 0);
        return zeroed;
    }

    /// Over a finished header.
    static void putCheck(byte[] header) {
        System.arraycopy(check(header, header.length), 0, header, CHECK, KEY_ID - CHECK);
    }

    /// @param length of the header
    static boolean isChecked(byte[] bytes, int length) {
        return Arrays.equals(bytes, CHECK, KEY_ID, check(bytes, length), 0, KEY_ID - CHECK);
    }

    static byte[] joined(byte[]... parts) {
        int size = 0;
        for (byte[] part : parts) {
            size += part.length;
        }
        ByteBuffer whole = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            whole.put(part);
        }
        return whole.array();
    }

    private static byte[] encodeKeyId(String keyId) {
        boolean multiRegion = keyId.startsWith(MULTI_REGION);
        String hex = multiRegion ? keyId.substring(MULTI_REGION.length()) : keyId.replace("-", "");
        return ByteBuffer.allocate(MATERIAL_ID - KEY_ID)
                .put((byte) (multiRegion ? 1 : 0))
                .put(HexFormat.of().parseHex(hex))
                .array();
    }

    private static byte[] check(byte[] bytes, int length) {
        MessageDigest digest = sha256();
        digest.update(bytes, 0, CHECK);
        digest.update(bytes, KEY_ID, length - KEY_ID);
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had from this Java runtime", e);
        }
    }
}
