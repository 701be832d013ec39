package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.util.List;
import java.util.Map;

/// What stands at the front of a message. Readable by everyone; authentic only once an [IncomingMessage] has opened it.
///
/// @param messageId random bytes, 32 in version 2 of the format and 16 in version 1: what the key is derived for
/// @param context the encryption context, in the order in which it stands there
/// @param frameLength plaintext bytes of every frame but the last; 0 for a body without frames
/// @param commitment 32 bytes that only the right data key derives; empty in a suite that does not commit
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

    /// Version of the message format.
    public int formatVersion() {
        return suite.formatVersion();
    }

    public boolean framed() {
        return frameLength > 0;
    }
}
