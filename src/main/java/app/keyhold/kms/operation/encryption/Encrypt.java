package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class Encrypt {
    public record Request(
            Optional<Boolean> dryRun,
            @OneOf(EncryptionAlgorithm.class) Optional<String> encryptionAlgorithm,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) SecretBytes plaintext)
            implements KmsRequest<Response>, DryRunnable {
        /// Under a symmetric key.
        public static Request of(String keyId, SecretBytes plaintext, Map<String, String> encryptionContext) {
            return new Request(
                    Optional.empty(), Optional.empty(), encryptionContext, List.of(), keyId, plaintext);
        }

        /// Under an RSA key, which takes no encryption context.
        public static Request of(String keyId, SecretBytes plaintext, EncryptionAlgorithm algorithm) {
            return new Request(
                    Optional.empty(), Optional.of(algorithm.name()), Map.of(), List.of(), keyId, plaintext);
        }
    }

    public record Response(
            Blob ciphertextBlob,
            EncryptionAlgorithm encryptionAlgorithm,
            String keyId) {}
}
