package app.keyhold.message;

import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;

/// The data key of a message, wrapped by one key of a provider.
///
/// @param providerId `aws-kms` for a key of a key management service
/// @param providerInfo what the provider finds its key by; for `aws-kms` the key's ARN in UTF-8
public record EncryptedDataKey(String providerId, Blob providerInfo, Blob ciphertext) {
    public static final String AWS_KMS = "aws-kms";

    public static EncryptedDataKey awsKms(String keyArn, Blob ciphertext) {
        return new EncryptedDataKey(AWS_KMS, Blob.of(keyArn.getBytes(StandardCharsets.UTF_8)), ciphertext);
    }

    public boolean isAwsKms() {
        return providerId.equals(AWS_KMS);
    }

    /// The provider info as text, as `aws-kms` has it.
    public String keyArn() {
        return new String(providerInfo.toByteArray(), StandardCharsets.UTF_8);
    }
}
