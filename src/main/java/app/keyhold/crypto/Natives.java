package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;
import javax.crypto.Mac;

/// Amazon's Corretto Crypto Provider (AWS-LC), where its native library is on the class path and loads: the signatures of
/// the JDK's providers in a fraction of the time, and AES-GCM and HMAC that are fast from their first byte. Where it is not, theirs are
/// used and nobody need know.
///
/// Handed to each call and never registered, so that it cannot take the place of the JDK's providers elsewhere. The
/// system property `keyhold.natives=off` does without it.
final class Natives {
    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final String SWITCH = "keyhold.natives";

    private static volatile Optional<Provider> loaded = Optional.empty();

    private Natives() {}

    /// By the native provider if it has `algorithm`, else by the JDK's.
    static Signature signature(String algorithm) throws NoSuchAlgorithmException {
        Optional<Provider> provider =
                provider().filter(natives -> natives.getService("Signature", algorithm) != null);
        return provider.isPresent()
                ? Signature.getInstance(algorithm, provider.get())
                : Signature.getInstance(algorithm);
    }

    static Optional<Provider> provider() {
        return areOff() ? Optional.empty() : Loaded.PROVIDER;
    }

    /// Empty also until somebody has asked for [#provider]: for what takes microseconds either way and is not worth waiting
    /// for a library.
    static Optional<Provider> loaded() {
        return areOff() ? Optional.empty() : loaded;
    }

    /// By the native provider, if it is [#loaded] and this Java takes it.
    static Optional<Mac> loadedMac(String algorithm) {
        return loaded().flatMap(natives -> {
            try {
                return Optional.of(Mac.getInstance(algorithm, natives));
            } catch (GeneralSecurityException | SecurityException refused) {
                return Optional.empty();
            }
        });
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
                loaded = Optional.of(found).filter(_ -> error == null);
                return loaded;
            } catch (ReflectiveOperationException | LinkageError notHere) {
                return Optional.empty();
            }
        }
    }
}
