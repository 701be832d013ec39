package app.keyhold.vault.header;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.VaultException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// vault.json as a value. Both checksum and MAC are over the header's exact bytes, never over bytes written again.
///
/// @param mac HMAC-SHA-256 under the header MAC key
public record SealedHeader(Header header, Blob bytes, Blob mac) {
    private static final String WHAT = "vault.json";
    private static final String MAGIC = "keyhold-vault";
    private static final byte[] MAC_DOMAIN = "keyhold-header-v1\0".getBytes(StandardCharsets.US_ASCII);

    public static SealedHeader seal(Header header, SecretBytes macKey) {
        var bytes = HeaderJson.write(header);
        return new SealedHeader(header, bytes, mac(bytes, macKey));
    }

    /// Structure and checksum only: no key is known yet.
    ///
    /// @throws VaultException DAMAGED, NEEDS_NEWER_KEYHOLD
    public static SealedHeader parse(byte[] file) {
        var json = StrictJson.read(WHAT, file);
        if (!json.text("magic").equals(MAGIC)) {
            throw StrictJson.damaged(WHAT, "does not begin as a vault's header does");
        }
        requireVersion(json.number("version"));
        var bytes = json.base64("header");
        var checksum = json.hex("checksum");
        var mac = json.hex("mac");
        json.end();
        if (!checksum.equals(sha256(bytes))) {
            throw StrictJson.damaged(WHAT, "does not match its own checksum");
        }
        var sealed = new SealedHeader(HeaderJson.read(bytes), bytes, mac);
        // Base64 and hexadecimal have more than one spelling of the same bytes; vault.json has one.
        if (!Arrays.equals(sealed.toFile(), file)) {
            throw StrictJson.damaged(WHAT, "is not in its canonical form");
        }
        return sealed;
    }

    public byte[] toFile() {
        return StrictJson.write(StrictJson.object()
                .put("magic", MAGIC)
                .put("version", Header.VERSION)
                .put("header", bytes.base64())
                .put("checksum", digest().hex())
                .put("mac", mac.hex()));
    }

    /// What the databases remember this header by.
    public Blob digest() {
        return sha256(bytes);
    }

    public boolean isSealedUnder(SecretBytes macKey) {
        return MessageDigest.isEqual(mac(bytes, macKey).toByteArray(), mac.toByteArray());
    }

    /// @throws VaultException DAMAGED
    public void requireMac(SecretBytes macKey) {
        if (!isSealedUnder(macKey)) {
            throw new VaultException(
                    VaultException.Kind.DAMAGED,
                    "The passphrase is right, but vault.json was changed by something that does not know it.",
                    "Put vault.json back from a backup, and find out who can write to this folder.");
        }
    }

    static void requireVersion(long version) {
        if (version > Header.VERSION) {
            throw new VaultException(
                    VaultException.Kind.NEEDS_NEWER_KEYHOLD,
                    "This vault has format version " + version + "; this Keyhold knows version " + Header.VERSION + ".",
                    "Open it with the newest Keyhold; nothing was changed.");
        }
        if (version < 1) {
            throw StrictJson.damaged(WHAT, "has version " + version);
        }
    }

    private static Blob mac(Blob bytes, SecretBytes macKey) {
        var header = bytes.toByteArray();
        var message = Arrays.copyOf(MAC_DOMAIN, MAC_DOMAIN.length + header.length);
        System.arraycopy(header, 0, message, MAC_DOMAIN.length, header.length);
        return Blob.of(Hmac.compute(MacAlgorithm.HMAC_SHA_256, macKey, message));
    }

    private static Blob sha256(Blob bytes) {
        try {
            return Blob.of(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
