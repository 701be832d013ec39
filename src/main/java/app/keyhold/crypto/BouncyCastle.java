package app.keyhold.crypto;

import java.security.Provider;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/// Bouncy Castle's provider for what the JDK lacks. Handed to each call and never registered, so that it cannot take
/// the place of the JDK's providers elsewhere in the process.
final class BouncyCastle {
    static final Provider PROVIDER = new BouncyCastleProvider();

    private BouncyCastle() {}
}
