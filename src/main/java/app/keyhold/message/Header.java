package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.util.List;
import java.util.Map;

/// What stands at the front of a message. Readable by everyone; authentic only once an [IncomingMessage] has opened it.
///
/// @param messageId 32 random bytes: salt of the key derivation
/// @param context the encryption context, in the order of its keys' UTF-8 bytes
/// @param frameLength plaintext bytes of every frame but the last
/// @param commitment 32 bytes that only the right data key derives
public record Header(
        AlgorithmSuite suite,
        Blob messageId,
        Map<String, String> context,
        List<EncryptedDataKey> dataKeys,
        int frameLength,
        Blob commitment) {
    public Header {
        dataKeys = List.copyOf(dataKeys);
    }
}
