package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.operation.KeyUse;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Seals up to 4,096 bytes under a key: a symmetric one with an encryption context, or the public half of a key pair.
public final class Encrypt implements KeyUse<Encrypt.Request, Encrypt.Response> {
    private final Ciphertexts ciphertexts;

    public Encrypt(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @OneOf(EncryptionAlgorithm.class) Optional<String> encryptionAlgorithm,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) SecretBytes plaintext)
            implements KeyUse.Asking<Response>, DryRunnable {
        /// Under a symmetric key.
        public static Request of(String keyId, SecretBytes plaintext, Map<String, String> encryptionContext) {
            return new Request(
                    Optional.empty(), Optional.empty(), encryptionContext, List.of(), keyId, plaintext);
        }

        /// Under an RSA or SM2 key, which takes no encryption context.
        public static Request of(String keyId, SecretBytes plaintext, EncryptionAlgorithm algorithm) {
            return new Request(
                    Optional.empty(), Optional.of(algorithm.name()), Map.of(), List.of(), keyId, plaintext);
        }
    }

    public record Response(
            Blob ciphertextBlob,
            EncryptionAlgorithm encryptionAlgorithm,
            String keyId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Ciphertexts.requireFit(keys.getFirst(), algorithm(request), name());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Blob ciphertext =
                ciphertexts.seal(view, key, algorithm(request), request.encryptionContext(), request.plaintext());
        return Prepared.answer(new Response(ciphertext, algorithm(request), key.arn().toString()));
    }

    private static EncryptionAlgorithm algorithm(Request request) {
        return Ciphertexts.algorithm(request.encryptionAlgorithm());
    }
}
