package app.keyhold.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Optional;
import javax.crypto.Cipher;

/// Ciphers of AES-GCM for who keeps one and passes it frame after frame.
public final class GcmCiphers {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";

    private GcmCiphers() {}

    public static Cipher ofTheJdk() {
        try {
            return Cipher.getInstance(TRANSFORMATION);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("AES-GCM is part of every Java", missing);
        }
    }

    /// For a single call over a few bytes: the native library's if it is loaded already, else the JDK's.
    public static Cipher forOneCall() {
        return Natives.findLoaded(GcmCiphers::of).orElseGet(GcmCiphers::ofTheJdk);
    }

    /// Compiled before the program starts; between arrays alone it is fast. The first one loads the library.
    ///
    /// @return empty where there is no native library, or where this Java takes no provider it cannot authenticate
    public static Optional<Cipher> ofTheNatives() {
        return Natives.find(GcmCiphers::of);
    }

    private static Cipher of(Provider natives) throws GeneralSecurityException {
        return Cipher.getInstance(TRANSFORMATION, natives);
    }
}
