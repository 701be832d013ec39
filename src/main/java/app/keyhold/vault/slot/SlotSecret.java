package app.keyhold.vault.slot;

import app.keyhold.crypto.SecretBytes;
import java.util.Optional;

/// What a person brings to open a slot, in its one canonical form.
public sealed interface SlotSecret extends AutoCloseable {
    @Override
    void close();

    /// @param text NFC, UTF-8
    /// @param keyFile SHA-512 of the key file
    record Passphrase(SecretBytes text, Optional<SecretBytes> keyFile) implements SlotSecret {
        @Override
        public void close() {
            text.close();
            keyFile.ifPresent(SecretBytes::close);
        }
    }

    /// @param entropy the 256 bits behind the words
    record Recovery(SecretBytes entropy) implements SlotSecret {
        @Override
        public void close() {
            entropy.close();
        }
    }
}
