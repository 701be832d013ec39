package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one hash of the chain.
final class Sha256 {
    private Sha256() {}

    static Blob of(byte[] bytes) {
        return Blob.taking(digest().digest(bytes));
    }

    /// A second digest that has taken in the same; the first may be shared by threads that only copy it.
    static MessageDigest copy(MessageDigest begun) {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException everyPlatformCopiesIt) {
            throw new IllegalStateException(everyPlatformCopiesIt);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
