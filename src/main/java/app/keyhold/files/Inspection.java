package app.keyhold.files;

import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.MessageSizes;
import app.keyhold.message.ReadHeader;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an encrypted file tells without any key. Nothing of it is proven before the data key is known.
///
/// @param formatVersion of the message format, 1 or 2
/// @param suiteId `0478`, as the format counts algorithm suites
/// @param suite its name
/// @param committing whether it opens under one data key only; if not, opening it must be allowed
/// @param messageId 32 bytes in hexadecimal, 16 in version 1
/// @param frameLength plaintext bytes of every frame but the last; 0 for a body without frames
/// @param fileSize bytes on disk
/// @param headerSize bytes before the body
/// @param footerSize bytes of the signature behind it
/// @param contentSize bytes of plaintext the file announces
public record Inspection(
        Path file,
        int formatVersion,
        String suiteId,
        String suite,
        boolean committing,
        boolean signed,
        String messageId,
        Map<String, String> context,
        List<WrappingKey> keys,
        int frameLength,
        long fileSize,
        int headerSize,
        long bodySize,
        int footerSize,
        long contentSize) {
    /// A key that is said to open the file.
    ///
    /// @param provider `aws-kms` for keys of a key management service
    /// @param name for `aws-kms` the key's ARN
    /// @param materialId which of the key's materials, where the wrapped data key tells
    public record WrappingKey(String provider, String name, Optional<String> materialId) {
        private static WrappingKey of(EncryptedDataKey key) {
            return new WrappingKey(
                    key.providerId(),
                    key.keyArn(),
                    CiphertextBlob.parse(key.ciphertext()).map(CiphertextBlob::materialId));
        }

        public boolean isAwsKms() {
            return provider.equals(EncryptedDataKey.AWS_KMS);
        }
    }

    static Inspection of(Path file, long fileSize, ReadHeader read, MessageSizes sizes) {
        var header = read.header();
        var suite = header.suite();
        return new Inspection(
                file,
                header.formatVersion(),
                HexFormat.of().toHexDigits((short) suite.id()),
                suite.name(),
                suite.committing(),
                suite.signed(),
                header.messageId().hex(),
                header.context(),
                header.dataKeys().stream().map(WrappingKey::of).toList(),
                header.frameLength(),
                fileSize,
                sizes.header(),
                sizes.body(),
                sizes.footer(),
                sizes.content());
    }

    public boolean framed() {
        return frameLength > 0;
    }

    /// ARNs of the keys of a key management service that are said to open the file.
    public List<String> keyArns() {
        return keys.stream()
                .filter(WrappingKey::isAwsKms)
                .map(WrappingKey::name)
                .toList();
    }
}
