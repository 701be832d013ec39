package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// What names import parameters to ImportKeyMaterial:
///
/// ```
/// 0    magic "KHIT"
/// 4    version 1
/// 5    id of the parameters, 16 bytes
/// 21   when they expire, milliseconds since 1970
/// 29   HMAC-SHA-256 over all before, vault id and key ARN
/// ```
/// It holds no secret: without the vault's row it opens nothing.
public final class ImportToken {
    private static final byte[] PREFIX = {'K', 'H', 'I', 'T', 1};
    private static final int ID = PREFIX.length;
    private static final int EXPIRES = ID + 16;
    private static final int MAC = EXPIRES + Long.BYTES;
    private static final int LENGTH = MAC + 32;

    private final byte[] bytes;

    private ImportToken(byte[] bytes) {
        this.bytes = bytes;
    }

    static ImportToken of(SecretBytes macKey, String vaultId, KeyArn key, ImportParameters parameters) {
        ByteBuffer token = ByteBuffer.allocate(LENGTH)
                .put(PREFIX)
                .put(HexFormat.of().parseHex(parameters.id()))
                .putLong(parameters.expires().toEpochMilli());
        token.put(mac(macKey, token.array(), vaultId, key));
        return new ImportToken(token.array());
    }

    /// Empty if it is no token of a known version. Nothing in it is to be believed before [ImportWrapping#isGenuine].
    public static Optional<ImportToken> parse(Blob token) {
        byte[] bytes = token.toByteArray();
        return bytes.length == LENGTH && Arrays.equals(bytes, 0, ID, PREFIX, 0, ID)
                ? Optional.of(new ImportToken(bytes))
                : Optional.empty();
    }

    public Blob blob() {
        return Blob.of(bytes);
    }

    public String parametersId() {
        return HexFormat.of().formatHex(bytes, ID, EXPIRES);
    }

    public Instant expires() {
        return Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong(EXPIRES));
    }

    boolean isGenuine(SecretBytes macKey, String vaultId, KeyArn key) {
        return MessageDigest.isEqual(
                mac(macKey, bytes, vaultId, key), Arrays.copyOfRange(bytes, MAC, LENGTH));
    }

    private static byte[] mac(SecretBytes macKey, byte[] token, String vaultId, KeyArn key) {
        return Hmac.compute(
                MacAlgorithm.HMAC_SHA_256,
                macKey,
                LengthPrefixed.join(
                        Arrays.copyOf(token, MAC),
                        vaultId.getBytes(StandardCharsets.UTF_8),
                        key.toString().getBytes(StandardCharsets.UTF_8)));
    }
}
