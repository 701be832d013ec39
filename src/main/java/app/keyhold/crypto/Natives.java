package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;

/// Amazon's Corretto Crypto Provider (AWS-LC), where its native library is on the class path and loads: the signatures of
/// the JDK's providers in a fraction of the time, and AES-GCM, HMAC and hashes that are fast from their first byte. Where it is not, theirs are
/// used and nobody need know.
///
/// Handed to each call and never registered, so that it cannot take the place of the JDK's providers elsewhere. The
/// system property `keyhold.natives=off` does without it.
final class Natives {
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String SWITCH = "keyhold.natives";

    private static final long LONGEST_SELF_TESTS_SECONDS = 1;

    private static volatile Optional<Provider> loaded = Optional.empty();

    private Natives() {}

    /// By the native provider if it has `algorithm`, else by the JDK's.
    static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        Optional<Signature> found = find(natives -> Signature.getInstance(algorithm, natives));
        return found.isPresent() ? found.get() : Signature.getInstance(algorithm);
    }

    private static Optional<Provider> provider() {
        return areOff() ? Optional.empty() : Loaded.PROVIDER;
    }

    /// A lookup by one of JCA's names.
    interface Lookup<T> {
        T in(Provider natives) throws GeneralSecurityException;
    }

    /// Loads the library if need be.
    ///
    /// @return empty where there is none, where it has no such service, or where this Java takes no provider it cannot
    ///     authenticate
    static <T> Optional<T> find(Lookup<T> service) {
        return provider().flatMap(natives -> look(natives, service));
    }

    /// Empty also until somebody else has had the library loaded: for what is not worth waiting for that.
    static <T> Optional<T> findLoaded(Lookup<T> service) {
        return areOff() ? Optional.empty() : loaded.flatMap(natives -> look(natives, service));
    }

    private static <T> Optional<T> look(Provider natives, Lookup<T> service) {
        try {
            return Optional.of(service.in(natives));
        } catch (GeneralSecurityException | SecurityException refused) {
            return Optional.empty();
        }
    }

    static boolean areOff() {
        return "off".equals(System.getProperty(SWITCH));
    }

    /// At the first use: loading takes a tenth of a second.
    private static final class Loaded {
        static final Optional<Provider> PROVIDER = load();

        private static Optional<Provider> load() {
            try {
                var found = (Provider) Class.forName(Natives.PROVIDER).getField("INSTANCE").get(null);
                Object error = found.getClass().getMethod("getLoadingError").invoke(found);
                awaitSelfTests();
                loaded = Optional.of(found).filter(_ -> error == null);
                return loaded;
            } catch (ReflectiveOperationException | LinkageError notHere) {
                return Optional.empty();
            }
        }

        /// The provider tests itself in the pool as soon as it is there; whoever asks it for anything before that has ended
        /// does the same work again, each for himself.
        private static void awaitSelfTests() {
            ForkJoinPool.commonPool().awaitQuiescence(LONGEST_SELF_TESTS_SECONDS, TimeUnit.SECONDS);
        }
    }
}
