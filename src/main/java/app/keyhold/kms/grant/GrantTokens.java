package app.keyhold.kms.grant;

import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// The tokens that name grants: base64 of magic "KHGT", version 1, the key id behind its length in one byte, the grant's
/// id (32 bytes), 16 random bytes, and an HMAC-SHA-256 that binds all of them to this vault and Region.
///
/// A token is no secret and no permission: it names a grant, and the grant's own terms decide. Every answer carries a
/// new one, and all of a grant's are as good. After a rekey of the vault the earlier ones are refused.
public final class GrantTokens {
    private static final byte[] MAGIC = {'K', 'H', 'G', 'T', 1};
    private static final int GRANT_BYTES = 32;
    private static final int UNIQUE_BYTES = 16;
    private static final int MAC_BYTES = 32;
    private static final int MAX_KEY_ID = 64;

    private final SecretBytes key;
    private final String vaultId;
    private final String region;

    /// @param key the Region's `grant-token` key, 32 bytes; stays the caller's to wipe
    public GrantTokens(SecretBytes key, String vaultId, String region) {
        this.key = key;
        this.vaultId = vaultId;
        this.region = region;
    }

    /// What a token names; whether it still exists is another question.
    public record Named(String keyId, String grantId) {}

    public String issue(String keyId, String grantId) {
        byte[] id = keyId.getBytes(StandardCharsets.US_ASCII);
        byte[] named = ByteBuffer.allocate(MAGIC.length + 1 + id.length + GRANT_BYTES + UNIQUE_BYTES)
                .put(MAGIC)
                .put((byte) id.length)
                .put(id)
                .put(HexFormat.of().parseHex(grantId))
                .put(Randomness.bytes(UNIQUE_BYTES))
                .array();
        byte[] token = Arrays.copyOf(named, named.length + MAC_BYTES);
        System.arraycopy(mac(named), 0, token, named.length, MAC_BYTES);
        return Base64.getEncoder().encodeToString(token);
    }

    /// @throws KmsException InvalidGrantTokenException unless this vault and Region issued exactly this
    public Named parse(String token) {
        byte[] bytes = decode(token);
        int shortest = MAGIC.length + 1 + GRANT_BYTES + UNIQUE_BYTES + MAC_BYTES;
        if (bytes.length < shortest || bytes.length > shortest + MAX_KEY_ID) {
            throw invalid();
        }
        int keyIdLength = bytes.length - shortest;
        byte[] named = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
        byte[] mac = Arrays.copyOfRange(bytes, named.length, bytes.length);
        if (!Arrays.equals(MAGIC, Arrays.copyOf(bytes, MAGIC.length))
                || bytes[MAGIC.length] != keyIdLength
                || !MessageDigest.isEqual(mac(named), mac)) {
            throw invalid();
        }
        int start = MAGIC.length + 1;
        return new Named(
                new String(named, start, keyIdLength, StandardCharsets.US_ASCII),
                HexFormat.of().formatHex(named, start + keyIdLength, start + keyIdLength + GRANT_BYTES));
    }

    /// One answer for all ways of being wrong.
    public static KmsException invalid() {
        return new KmsException(Fault.InvalidGrantTokenException, "The grant token is not valid.");
    }

    private static byte[] decode(String token) {
        try {
            byte[] bytes = Base64.getDecoder().decode(token);
            if (!Base64.getEncoder().encodeToString(bytes).equals(token)) {
                throw invalid();
            }
            return bytes;
        } catch (IllegalArgumentException noBase64) {
            throw invalid();
        }
    }

    private byte[] mac(byte[] named) {
        byte[] bound = LengthPrefixed.join(
                "grant-token".getBytes(StandardCharsets.US_ASCII),
                vaultId.getBytes(StandardCharsets.UTF_8),
                region.getBytes(StandardCharsets.UTF_8),
                named);
        return Hmac.compute(MacAlgorithm.HMAC_SHA_256, key, bound);
    }
}
