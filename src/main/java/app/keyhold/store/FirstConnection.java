package app.keyhold.store;

import app.keyhold.crypto.SecretBytes;

/// The first connection of a process loads the driver and its library; later ones take a tenth of its time.
public final class FirstConnection {
    private FirstConnection() {}

    /// Makes it to a database of nothing, in memory.
    public static void make(SecretBytes key) {
        EncryptedDatabase.openInMemory(key);
    }
}
