package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class ReEncrypt {
    public record Request(
            @Length(min = 1, max = 6144) Optional<Blob> ciphertextBlob,
            @OneOf(EncryptionAlgorithm.class) Optional<String> destinationEncryptionAlgorithm,
            Map<String, String> destinationEncryptionContext,
            @Required @Length(min = 1, max = 2048) String destinationKeyId,
            Optional<Boolean> dryRun,
            List<String> dryRunModifiers,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @OneOf(EncryptionAlgorithm.class) Optional<String> sourceEncryptionAlgorithm,
            Map<String, String> sourceEncryptionContext,
            @Length(min = 1, max = 2048) Optional<String> sourceKeyId)
            implements KmsRequest<Response>, DryRunnable {
        /// From the symmetric key that made the ciphertext to another one.
        public static Request of(
                Blob ciphertext,
                Map<String, String> sourceContext,
                String destinationKeyId,
                Map<String, String> destinationContext) {
            return new Request(
                    Optional.of(ciphertext),
                    Optional.empty(),
                    destinationContext,
                    destinationKeyId,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    sourceContext,
                    Optional.empty());
        }
    }

    public record Response(
            Blob ciphertextBlob,
            EncryptionAlgorithm destinationEncryptionAlgorithm,
            Optional<String> destinationKeyMaterialId,
            String keyId,
            EncryptionAlgorithm sourceEncryptionAlgorithm,
            String sourceKeyId,
            Optional<String> sourceKeyMaterialId) {}
}
