package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;

/// HKDF (RFC 5869): extract, then expand.
public final class Hkdf {
    /// What one call can give with HMAC-SHA-512: 255 hashes.
    public static final int MAX_BYTES = 255 * 64;

    private Hkdf() {}

    /// Of the HMAC it is made of.
    public enum Hash {
        SHA_256("SHA256"),
        SHA_384("SHA384"),
        SHA_512("SHA512");

        private final String jcaName;

        Hash(String jcaName) {
            this.jcaName = jcaName;
        }
    }

    /// @param salt may be empty, which stands for 64 zero bytes
    /// @param info names the purpose; two purposes must never share it
    /// @param length 1 to [#MAX_BYTES]
    public static SecretBytes sha512(SecretBytes keyMaterial, byte[] salt, byte[] info, int length) {
        if (length < 1 || length > MAX_BYTES) {
            throw new IllegalArgumentException("HKDF-SHA-512 gives 1 to " + MAX_BYTES + " bytes, not " + length);
        }
        byte[] exposed = keyMaterial.exposed();
        try {
            return SecretBytes.takeOver(derive(Hash.SHA_512, exposed, salt, info, length));
        } finally {
            Arrays.fill(exposed, (byte) 0);
        }
    }

    /// @param keyMaterial stays the caller's to wipe
    /// @param salt may be empty, which stands for as many zero bytes as a hash has
    /// @return the caller's to wipe
    public static byte[] derive(Hash hash, byte[] keyMaterial, byte[] salt, byte[] info, int length) {
        try {
            Optional<Mac> mac = Natives.findLoaded(natives -> Mac.getInstance("Hmac" + hash.jcaName, natives));
            return mac.isPresent()
                    ? byMac(mac.get(), keyMaterial, salt, info, length)
                    : byTheJdk(hash, keyMaterial, salt, info, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of every Java 25", e);
        }
    }

    private static byte[] byTheJdk(Hash hash, byte[] keyMaterial, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        var lent = new RawKey(keyMaterial.clone(), "Generic");
        try {
            var extract = HKDFParameterSpec.ofExtract().addIKM(lent);
            if (salt.length > 0) {
                extract.addSalt(salt);
            }
            return KDF.getInstance("HKDF-" + hash.jcaName).deriveData(extract.thenExpand(info, length));
        } finally {
            lent.destroy();
        }
    }

    /// RFC 5869, sections 2.2 and 2.3: the native library has HMAC for JCA, and HKDF under names of its own only.
    private static byte[] byMac(Mac mac, byte[] keyMaterial, byte[] salt, byte[] info, int length)
            throws GeneralSecurityException {
        mac.init(new RawKey(salt.length > 0 ? salt : new byte[mac.getMacLength()], mac.getAlgorithm()));
        var pseudorandom = new RawKey(mac.doFinal(keyMaterial), mac.getAlgorithm());
        byte[] derived = new byte[length];
        byte[] block = {};
        try {
            mac.init(pseudorandom);
            int counter = 1;
            for (int done = 0; done < length; done += block.length, counter++) {
                mac.update(block);
                mac.update(info);
                mac.update((byte) counter);
                Arrays.fill(block, (byte) 0);
                block = mac.doFinal();
                System.arraycopy(block, 0, derived, done, Math.min(block.length, length - done));
            }
            return derived;
        } finally {
            Arrays.fill(block, (byte) 0);
            pseudorandom.destroy();
        }
    }
}
