package app.keyhold.bench;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.SecretBytes;
import java.util.Optional;

/// How long a fresh process takes for the key derivation at its floor: 64 MiB, three passes. Run once a process; prints
/// milliseconds.
final class ColdKdf {
    private ColdKdf() {}

    public static void main(String[] arguments) {
        long begun = System.nanoTime();
        try (var passphrase = SecretBytes.takeOver(new byte[32]);
                var derived = Argon2id.derive(
                        passphrase, new byte[Argon2id.SALT_BYTES], Optional.empty(), new Argon2id.Cost(64 << 10, 3, 1), 32)) {
            System.out.println((System.nanoTime() - begun) / 1_000_000);
        }
    }
}
