package app.keyhold.crypto;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.UUID;

/// The one source of random bytes. On Linux and macOS it reads the kernel's generator without blocking, on Windows the
/// platform default (which is the system's generator too): seeding one of our own would only add a place to go wrong.
public final class Randomness {
    private static final SecureRandom SOURCE = source();

    private Randomness() {}

    public static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        SOURCE.nextBytes(bytes);
        return bytes;
    }

    public static SecretBytes secret(int length) {
        return SecretBytes.takeOver(bytes(length));
    }

    /// A random (version 4) UUID.
    public static UUID uuid() {
        return UUID.randomUUID();
    }

    /// For JCA calls that want a generator.
    public static SecureRandom generator() {
        return SOURCE;
    }

    private static SecureRandom source() {
        try {
            return SecureRandom.getInstance("NativePRNGNonBlocking");
        } catch (NoSuchAlgorithmException noSuchDevice) {
            return new SecureRandom();
        }
    }
}
