package app.keyhold.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 0x13 (RFC 9106): makes guessing a passphrase cost memory. JCA has no name for it, so this class
/// alone calls Bouncy Castle for it directly, or libsodium where that is there and can.
public final class Argon2id {
    /// A salt of this length, one lane and no secret are what the fastest implementation takes.
    public static final int SALT_BYTES = Sodium.SALT_BYTES;

    private Argon2id() {}

    /// What one guess costs. Read from a file, it must be looked at with [#isBounded] before it is used.
    ///
    /// @param memoryKib at least 8 for each lane
    /// @param iterations passes over the memory
    /// @param lanes degree of parallelism; part of the result
    public record Cost(int memoryKib, int iterations, int lanes) {
        public static final int MIN_MEMORY_KIB = 8 * 1024;
        public static final int MAX_MEMORY_KIB = 4 * 1024 * 1024;
        public static final int MAX_ITERATIONS = 64;
        public static final int MAX_LANES = 16;

        public Cost {
            if (iterations < 1 || lanes < 1 || memoryKib < 8L * lanes) {
                throw new IllegalArgumentException(
                        "Argon2id needs 8 KiB for each lane and one pass: %d KiB, %d lanes, %d passes"
                                .formatted(memoryKib, lanes, iterations));
            }
        }

        /// 8 MiB to 4 GiB, at most 64 passes and 16 lanes: outside, the numbers are damage or an attack, not a choice.
        public boolean isBounded() {
            return memoryKib >= MIN_MEMORY_KIB
                    && memoryKib <= MAX_MEMORY_KIB
                    && iterations <= MAX_ITERATIONS
                    && lanes <= MAX_LANES;
        }
    }

    /// Makes a first derivation as fast as a second. Takes some hundredths of a second, on the thread that calls.
    public static void prepare() {
        Sodium.prepare();
    }

    /// @param secret RFC 9106's K, such as a key file's hash
    /// @throws OutOfMemoryError if there is no room for `cost.memoryKib()`; nothing is lost then
    public static SecretBytes derive(
            SecretBytes passphrase, byte[] salt, Optional<SecretBytes> secret, Cost cost, int length) {
        return derive(passphrase, salt, secret, new byte[0], cost, length);
    }

    /// With RFC 9106's associated data X.
    static SecretBytes derive(
            SecretBytes passphrase,
            byte[] salt,
            Optional<SecretBytes> secret,
            byte[] associatedData,
            Cost cost,
            int length) {
        boolean plain = secret.isEmpty() && associatedData.length == 0;
        return (plain ? Sodium.argon2id(passphrase, salt, cost, length) : Optional.<SecretBytes>empty())
                .orElseGet(() -> byBouncyCastle(passphrase, salt, secret, associatedData, cost, length));
    }

    private static SecretBytes byBouncyCastle(
            SecretBytes passphrase,
            byte[] salt,
            Optional<SecretBytes> secret,
            byte[] associatedData,
            Cost cost,
            int length) {
        var builder = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.iterations())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .withAdditional(associatedData);
        secret.ifPresent(key -> key.use(builder::withSecret));
        Argon2Parameters parameters = builder.build();
        builder.clear();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(parameters);
            byte[] derived = new byte[length];
            passphrase.use(lent -> generator.generateBytes(lent, derived));
            return SecretBytes.takeOver(derived);
        } finally {
            parameters.clear();
        }
    }
}
