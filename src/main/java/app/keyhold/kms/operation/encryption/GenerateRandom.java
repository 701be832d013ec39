package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Range;
import java.util.Optional;

public final class GenerateRandom {
    public record Request(
            @Length(min = 1, max = 64) Optional<String> customKeyStoreId,
            @Range(min = 1, max = 1024) Optional<Integer> numberOfBytes,
            Optional<RecipientInfo> recipient)
            implements KmsRequest<Response> {
        /// @param numberOfBytes 1 to 1024
        public static Request of(int numberOfBytes) {
            return new Request(Optional.empty(), Optional.of(numberOfBytes), Optional.empty());
        }
    }

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            SecretBytes plaintext) {}
}
