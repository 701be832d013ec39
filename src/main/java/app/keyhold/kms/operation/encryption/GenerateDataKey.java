package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.DataKeySpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Range;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A random key for use outside, in plain and sealed under a symmetric key.
public final class GenerateDataKey implements DataKeyUse<GenerateDataKey.Request, GenerateDataKey.Response> {
    private final Ciphertexts ciphertexts;

    public GenerateDataKey(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            Optional<Boolean> dryRun,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @OneOf(DataKeySpec.class) Optional<String> keySpec,
            @Range(min = 1, max = 1024) Optional<Integer> numberOfBytes,
            Optional<RecipientInfo> recipient)
            implements DataKeyUse.Asking<Response>, DryRunnable {
        public static Request aes256(String keyId, Map<String, String> encryptionContext) {
            return new Request(
                    Optional.empty(),
                    encryptionContext,
                    List.of(),
                    keyId,
                    Optional.of(DataKeySpec.AES_256.name()),
                    Optional.empty(),
                    Optional.empty());
        }

        /// @param numberOfBytes 1 to 1024
        public static Request ofLength(String keyId, int numberOfBytes, Map<String, String> encryptionContext) {
            return new Request(
                    Optional.empty(),
                    encryptionContext,
                    List.of(),
                    keyId,
                    Optional.empty(),
                    Optional.of(numberOfBytes),
                    Optional.empty());
        }
    }

    public record Response(
            Blob ciphertextBlob,
            Optional<Blob> ciphertextForRecipient,
            String keyId,
            Optional<String> keyMaterialId,
            SecretBytes plaintext) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        DataKeyUse.super.requireFit(request, keys);
        Require.noRecipient(request.recipient());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SecretBytes dataKey = DataKeyUse.random(request);
        Blob ciphertext = ciphertexts.seal(
                view, key, EncryptionAlgorithm.SYMMETRIC_DEFAULT, request.encryptionContext(), dataKey);
        return Prepared.answer(new Response(
                ciphertext, Optional.empty(), key.arn().toString(), Ciphertexts.currentMaterialId(key), dataKey));
    }
}
