package app.keyhold.files;

import app.keyhold.message.EncryptedDataKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What an encrypted file tells without any key. Nothing of it is proven before the data key is known.
///
/// @param suiteId `0478`, as the format counts algorithm suites
/// @param suite its name
/// @param messageId 32 bytes in hexadecimal
/// @param frameLength plaintext bytes of every frame but the last
/// @param fileSize bytes on disk
/// @param headerSize bytes before the first frame
/// @param contentSize bytes of plaintext the file announces
public record Inspection(
        Path file,
        String suiteId,
        String suite,
        boolean signed,
        String messageId,
        Map<String, String> context,
        List<WrappingKey> keys,
        int frameLength,
        long fileSize,
        int headerSize,
        long contentSize) {
    /// A key that is said to open the file.
    ///
    /// @param provider `aws-kms` for keys of a key management service
    /// @param name for `aws-kms` the key's ARN
    public record WrappingKey(String provider, String name) {}

    /// ARNs of the keys of a key management service that are said to open the file.
    public List<String> keyArns() {
        return keys.stream()
                .filter(key -> key.provider().equals(EncryptedDataKey.AWS_KMS))
                .map(WrappingKey::name)
                .toList();
    }
}
