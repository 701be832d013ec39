package app.keyhold.vault;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Ed25519;
import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.store.FirstConnection;
import app.keyhold.vault.header.StrictJson;
import java.nio.charset.StandardCharsets;

/// Whatever an unlock does, it does for the first time in its process, and that is most of what it takes: providers are
/// looked up, the database's driver and library are loaded. Done before, on nothing and under a key of nobody, it passes
/// beside the reading of a command and the key derivation.
public final class FirstUse {
    private FirstUse() {}

    /// Returns at once; holds up no exit. What can't be done here will be told where it is needed.
    ///
    /// @param then what else to do beside, afterwards: two of them would take turns with the derivation on a small machine
    public static void beside(Runnable then) {
        Thread.ofPlatform()
                .daemon()
                .name("keyhold-first-use")
                .uncaughtExceptionHandler((_, _) -> {})
                .start(() -> {
                    try {
                        all();
                    } finally {
                        then.run();
                    }
                });
    }

    static void all() {
        StrictJson.read("nothing", "{}".getBytes(StandardCharsets.UTF_8));
        try (var key = SecretBytes.takeOver(Randomness.bytes(AesGcm.KEY_BYTES));
                var derived = Hkdf.sha512(key, new byte[0], new byte[0], AesGcm.KEY_BYTES)) {
            AesGcm.seal(derived, AesGcm.nonce(), new byte[0], key);
            FirstConnection.make(derived);
        }
        var pair = Ed25519.generate();
        try (var secret = pair.secret()) {
            Ed25519.sign(secret, Blob.of(new byte[1]));
        }
        // A command is already deriving by now; a desktop waits for somebody to type.
        Argon2id.prepare();
    }
}
