package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF with HMAC-SHA-512 (RFC 5869): extract, then expand.
public final class Hkdf {
    /// What one call can give: 255 hashes.
    public static final int MAX_BYTES = 255 * 64;

    private Hkdf() {}

    /// @param salt may be empty, which stands for 64 zero bytes
    /// @param info names the purpose; two purposes must never share it
    /// @param length 1 to [#MAX_BYTES]
    public static SecretBytes sha512(SecretBytes keyMaterial, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_BYTES) {
            throw new IllegalArgumentException("HKDF-SHA-512 gives 1 to " + MAX_BYTES + " bytes, not " + length);
        }
        var lent = new RawKey(keyMaterial.exposed(), "Generic");
        try {
            var parameters =
                    HKDFParameterSpec.ofExtract().addIKM(lent).addSalt(salt).thenExpand(info, length);
            return SecretBytes.takeOver(KDF.getInstance("HKDF-SHA512").deriveData(parameters));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF-SHA-512 is not to be had from this Java runtime", e);
        } finally {
            lent.destroy();
        }
    }
}
