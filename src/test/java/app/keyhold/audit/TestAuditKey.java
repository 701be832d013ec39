package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/// A fresh Ed25519 key that signs.
public final class TestAuditKey implements CheckpointSigner {
    private final KeyPair pair;

    public TestAuditKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    @Override
    public Blob publicKey() {
        return Blob.of(pair.getPublic().getEncoded());
    }

    @Override
    public Blob sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return Blob.of(signature.sign());
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
