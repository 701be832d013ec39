package app.keyhold.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Optional;

/// Hashes, and signatures over them, for who feeds them gigabytes piece by piece: the native library's where that is loaded,
/// which are as fast before the virtual machine has compiled anything, else the JDK's.
public final class LongHashes {
    private static final String SHA_256 = "SHA-256";

    private LongHashes() {}

    public static MessageDigest sha256() {
        return Natives.findLoaded(natives -> MessageDigest.getInstance(SHA_256, natives))
                .orElseGet(LongHashes::sha256OfTheJdk);
    }

    /// @param algorithm by its name in JCA
    public static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        Optional<Signature> found = Natives.findLoaded(natives -> Signature.getInstance(algorithm, natives));
        return found.isPresent() ? found.get() : Signature.getInstance(algorithm);
    }

    private static MessageDigest sha256OfTheJdk() {
        try {
            return MessageDigest.getInstance(SHA_256);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256 is part of every Java", missing);
        }
    }
}
