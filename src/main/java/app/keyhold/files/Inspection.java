package app.keyhold.files;

import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.Header;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a file tells without any key. Nothing of it is authenticated before the data key is known.
///
/// @param fileSize bytes on disk
/// @param headerSize bytes before the first frame
/// @param contentSize bytes of plaintext the file announces by its size
public record Inspection(Path file, Header header, long fileSize, int headerSize, long contentSize) {
    /// ARNs of the keys that are said to open the file.
    public List<String> keyArns() {
        return header.dataKeys().stream()
                .filter(EncryptedDataKey::isAwsKms)
                .map(EncryptedDataKey::keyArn)
                .toList();
    }

    public Map<String, String> context() {
        return header.context();
    }

    /// The AWS Encryption SDK's name of the algorithm suite.
    public String suite() {
        return header.suite().name();
    }

    public boolean signed() {
        return header.suite().signed();
    }

    /// 32 bytes in hexadecimal.
    public String messageId() {
        return header.messageId().hex();
    }
}
