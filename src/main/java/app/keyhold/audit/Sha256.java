package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one hash of the chain.
final class Sha256 {
    private Sha256() {}

    static Blob of(byte[] bytes) {
        return Blob.of(digest().digest(bytes));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
