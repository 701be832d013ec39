package app.keyhold.files;

import app.keyhold.crypto.SecretBytes;
import java.util.Optional;

/// Seals the keys of notes so that only whoever opens the vault reads them.
public interface KeySeal {
    /// Empty if the vault is locked.
    Optional<byte[]> seal(SecretBytes key);

    /// Empty if the vault is locked, or this is no key of its notes; whoever receives the key closes it.
    Optional<SecretBytes> open(byte[] sealed);
}
