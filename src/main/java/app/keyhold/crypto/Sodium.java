package app.keyhold.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// libsodium's Argon2id, where its library lies on `java.library.path`: the same bytes as Bouncy Castle's in a third of the
/// time, and at full speed from the first call. Its interface takes one lane and a salt of 16 bytes, and neither RFC 9106's
/// secret nor its associated data.
final class Sodium {
    static final int SALT_BYTES = 16;

    private static final int ARGON2ID_13 = 2;
    private static final int SHORTEST = 16;

    private Sodium() {}

    /// In memory of its own, outside the heap.
    ///
    /// @return empty where there is no library, where its interface has no room for these, and where there is no memory
    static Optional<SecretBytes> argon2id(SecretBytes passphrase, byte[] salt, Argon2id.Cost cost, int length) {
        return cost.lanes() == 1 && salt.length == SALT_BYTES && length >= SHORTEST
                ? function().flatMap(function -> call(function, passphrase, salt, cost, length))
                : Optional.empty();
    }

    /// Loads the library, for whoever will soon derive and has time until then.
    static void prepare() {
        function();
    }

    private static Optional<CFunction> function() {
        return Natives.areOff() ? Optional.empty() : Library.ARGON2ID;
    }

    /// `crypto_pwhash(out, outlen, passwd, passwdlen, salt, opslimit, memlimit, alg)`.
    private static Optional<SecretBytes> call(
            CFunction function, SecretBytes passphrase, byte[] salt, Argon2id.Cost cost, int length) {
        try (var arena = Arena.ofConfined()) {
            var text = arena.allocate(Math.max(passphrase.length(), 1));
            var derived = arena.allocate(length);
            try {
                passphrase.writeTo(text.asByteBuffer());
                int result = (int) function.call(
                        derived.address(),
                        length,
                        text.address(),
                        passphrase.length(),
                        arena.allocateFrom(ValueLayout.JAVA_BYTE, salt).address(),
                        cost.iterations(),
                        cost.memoryKib() * 1024L,
                        ARGON2ID_13);
                return result == 0
                        ? Optional.of(SecretBytes.takeOver(derived.toArray(ValueLayout.JAVA_BYTE)))
                        : Optional.empty();
            } finally {
                text.fill((byte) 0);
                derived.fill((byte) 0);
            }
        }
    }

    /// At the first use.
    private static final class Library {
        private static final String NAME = "sodium";

        static final Optional<CFunction> ARGON2ID = load();

        private static Optional<CFunction> load() {
            try {
                System.loadLibrary(NAME);
                return function("sodium_init").filter(Library::isReady).flatMap(_ -> function("crypto_pwhash"));
            } catch (LinkageError | RuntimeException notHere) {
                return Optional.empty();
            }
        }

        /// Has it choose its code for this processor.
        private static boolean isReady(CFunction init) {
            return (int) init.call(0, 0, 0, 0, 0, 0, 0, 0) >= 0;
        }

        private static Optional<CFunction> function(String name) {
            return CFunction.find(SymbolLookup.loaderLookup(), name);
        }
    }
}
