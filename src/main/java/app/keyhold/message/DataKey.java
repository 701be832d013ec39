package app.keyhold.message;

import app.keyhold.crypto.SecretBytes;
import java.util.List;

/// A fresh data key: 32 bytes in the clear, and wrapped once for each key that shall open the message.
public record DataKey(SecretBytes plaintext, List<EncryptedDataKey> wrapped) {
    public static final int BYTES = 32;

    public DataKey {
        wrapped = List.copyOf(wrapped);
    }
}
