package app.keyhold.crypto;

import java.io.IOException;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.NullDigest;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/// SM2 signatures (GB/T 32918.2) of a digest that the caller has made: SM3 of Z and the message, so that the caller
/// chooses the distinguishing id in Z. Every JCA provider insists on hashing itself, so Bouncy Castle is called
/// directly.
final class Sm2Prehash {
    private Sm2Prehash() {}

    /// @param digest SM3, 32 bytes
    static Blob sign(SecretBytes pkcs8, Blob digest) {
        return pkcs8.use(lent -> {
            try {
                var signer = new Signer(true, new ParametersWithRandom(PrivateKeyFactory.createKey(lent), Randomness.generator()));
                signer.update(digest.toByteArray(), 0, digest.size());
                return Blob.of(signer.generateSignature());
            } catch (IOException e) {
                throw new IllegalArgumentException("Not an SM2 private key", e);
            } catch (CryptoException e) {
                throw new IllegalStateException("Could not sign with SM2", e);
            }
        });
    }

    static boolean verify(Blob publicKey, Blob digest, Blob signature) {
        try {
            var signer = new Signer(false, PublicKeyFactory.createKey(publicKey.toByteArray()));
            signer.update(digest.toByteArray(), 0, digest.size());
            return signer.verifySignature(signature.toByteArray());
        } catch (IOException e) {
            throw new IllegalArgumentException("Not an SM2 public key", e);
        }
    }

    /// Takes what it is given for the digest, and puts no Z before it.
    private static final class Signer extends SM2Signer {
        Signer(boolean signing, CipherParameters key) {
            super(new NullDigest());
            init(signing, key);
        }

        @Override
        protected byte[] getZ(byte[] distinguishingId) {
            return new byte[0];
        }
    }
}
