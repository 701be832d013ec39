package app.keyhold.kms.operation.encryption;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Access;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.key.DryRunModifier;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Opens what Encrypt, ReEncrypt or a data key operation sealed, under whichever material of the key sealed it.
public final class Decrypt implements Operation<Decrypt.Request, Decrypt.Response> {
    private final Ciphertexts ciphertexts;

    public Decrypt(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            @Length(min = 1, max = 6144) Optional<Blob> ciphertextBlob,
            Optional<Boolean> dryRun,
            @OneOf(DryRunModifier.class) List<String> dryRunModifiers,
            @OneOf(EncryptionAlgorithm.class) Optional<String> encryptionAlgorithm,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Length(min = 1, max = 2048) Optional<String> keyId,
            Optional<RecipientInfo> recipient)
            implements KmsRequest<Response>, DryRunnable, WithGrantTokens {
        /// A symmetric ciphertext, which names its key itself.
        public static Request of(Blob ciphertext, Map<String, String> encryptionContext) {
            return of(Optional.empty(), ciphertext, Optional.empty(), encryptionContext);
        }

        /// Refused unless `keyId` made the ciphertext.
        public static Request of(String keyId, Blob ciphertext, Map<String, String> encryptionContext) {
            return of(Optional.of(keyId), ciphertext, Optional.empty(), encryptionContext);
        }

        /// An RSA or SM2 ciphertext.
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

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(source(request).resolve(view));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(source(request).access("kms:Decrypt", keys.getFirst()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        source(request).requireMadeBy(keys.getFirst());
        Ciphertexts.requireFit(keys.getFirst(), source(request).algorithm(), name());
        Require.noRecipient(request.recipient());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SourceCiphertext source = source(request);
        Ciphertexts.Opened opened =
                ciphertexts.open(view, key, source.algorithm(), request.encryptionContext(), source.required());
        return Prepared.answer(new Response(
                Optional.empty(), source.algorithm(), key.arn().toString(), opened.materialId(), opened.plaintext()));
    }

    private static SourceCiphertext source(Request request) {
        return new SourceCiphertext(
                request.ciphertextBlob(),
                request.keyId(),
                Ciphertexts.algorithm(request.encryptionAlgorithm()),
                DryRunModifier.ignoresCiphertext(request));
    }
}
