package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;

/// HMAC (RFC 2104) over the SHA-2 family.
public final class Hmac {
    private Hmac() {}

    /// @return as long as the algorithm's hash
    public static byte[] compute(MacAlgorithm algorithm, SecretBytes key, byte[] message) {
        var lent = new RawKey(key.exposed(), algorithm.jcaName());
        try {
            Mac mac = Mac.getInstance(algorithm.jcaName());
            mac.init(lent);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm.jcaName() + " is not to be had from this Java runtime", e);
        } finally {
            lent.destroy();
        }
    }

    /// In constant time. A truncated MAC is a wrong one.
    public static boolean verify(MacAlgorithm algorithm, SecretBytes key, byte[] message, byte[] mac) {
        return MessageDigest.isEqual(compute(algorithm, key, message), mac);
    }
}
