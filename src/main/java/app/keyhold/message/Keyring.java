package app.keyhold.message;

import app.keyhold.crypto.SecretBytes;
import java.util.List;
import java.util.Map;

/// Where data keys come from and who opens them. Both methods answer secrets that the caller closes.
public interface Keyring {
    /// A fresh data key for one message, bound to its encryption context.
    DataKey generate(Map<String, String> context);

    /// The data key out of the first of `wrapped` that this keyring can open; throws its own exception if there is
    /// none.
    SecretBytes unwrap(List<EncryptedDataKey> wrapped, Map<String, String> context);
}
