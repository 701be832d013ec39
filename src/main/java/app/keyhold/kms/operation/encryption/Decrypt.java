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
            implements KmsRequest<Response>, DryRunnable {}

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            EncryptionAlgorithm encryptionAlgorithm,
            String keyId,
            Optional<String> keyMaterialId,
            SecretBytes plaintext) {}
}
