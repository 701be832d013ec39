package app.keyhold.crypto;

import java.io.IOException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519ph (RFC 8032, 5.1) of a digest that the caller has made, with empty context. Every JCA provider insists on
/// hashing the message itself, so Bouncy Castle is called directly.
final class Ed25519Prehash {
    private static final byte[] NO_CONTEXT = {};

    private Ed25519Prehash() {}

    /// @param digest SHA-512 of the message
    static Blob sign(SecretBytes pkcs8, Blob digest) {
        return pkcs8.use(lent -> {
            try {
                var key = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(lent);
                byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
                key.sign(Ed25519.Algorithm.Ed25519ph, NO_CONTEXT, digest.toByteArray(), 0, digest.size(), signature, 0);
                return Blob.of(signature);
            } catch (IOException e) {
                throw new IllegalArgumentException("Not an Ed25519 private key", e);
            }
        });
    }

    static boolean verify(Blob publicKey, Blob digest, Blob signature) {
        if (signature.size() != Ed25519.SIGNATURE_SIZE) {
            return false;
        }
        try {
            var key = (Ed25519PublicKeyParameters) PublicKeyFactory.createKey(publicKey.toByteArray());
            return key.verify(
                    Ed25519.Algorithm.Ed25519ph,
                    NO_CONTEXT,
                    digest.toByteArray(),
                    0,
                    digest.size(),
                    signature.toByteArray(),
                    0);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not an Ed25519 public key", e);
        }
    }
}
