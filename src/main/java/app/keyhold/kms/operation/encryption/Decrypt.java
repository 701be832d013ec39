package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class Decrypt {
    public record Request(
            @Length(min = 1, max = 6144) Optional<Blob> ciphertextBlob,
            Optional<Boolean> dryRun,
            List<String> dryRunModifiers,
            @OneOf(EncryptionAlgorithm.class) Optional<String> encryptionAlgorithm,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Length(min = 1, max = 2048) Optional<String> keyId,
            Optional<RecipientInfo> recipient)
            implements KmsRequest<Response>, DryRunnable {
        /// A symmetric ciphertext, which names its key itself.
        public static Request of(Blob ciphertext, Map<String, String> encryptionContext) {
            return of(Optional.empty(), ciphertext, Optional.empty(), encryptionContext);
        }

        /// Refused unless `keyId` made the ciphertext.
        public static Request of(String keyId, Blob ciphertext, Map<String, String> encryptionContext) {
            return of(Optional.of(keyId), ciphertext, Optional.empty(), encryptionContext);
        }

        /// An RSA ciphertext.
        public static Request of(String keyId, Blob ciphertext, EncryptionAlgorithm algorithm) {
            return of(Optional.of(keyId), ciphertext, Optional.of(algorithm.name()), Map.of());
        }

        private static Request of(
                Optional<String> keyId,
                Blob ciphertext,
                Optional<String> algorithm,
                Map<String, String> encryptionContext) {
            return new Request(
                    Optional.of(ciphertext),
                    Optional.empty(),
                    List.of(),
                    algorithm,
                    encryptionContext,
                    List.of(),
                    keyId,
                    Optional.empty());
        }
    }

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            EncryptionAlgorithm encryptionAlgorithm,
            String keyId,
            Optional<String> keyMaterialId,
            SecretBytes plaintext) {}
}
