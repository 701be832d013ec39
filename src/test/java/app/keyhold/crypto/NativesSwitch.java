package app.keyhold.crypto;

import org.junit.jupiter.api.AfterEach;

/// For tests that do without native libraries for a while; afterwards they are there for the next.
interface NativesSwitch {
    /// As JCA knows the provider behind them.
    String PROVIDER = "AmazonCorrettoCryptoProvider";

    String PROPERTY = "keyhold.natives";

    default void switchOff() {
        System.setProperty(PROPERTY, "off");
    }

    @AfterEach
    default void switchOn() {
        System.clearProperty(PROPERTY);
    }
}
