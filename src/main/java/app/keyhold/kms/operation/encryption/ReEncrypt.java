package app.keyhold.kms.operation.encryption;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Access;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.key.DryRunModifier;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Opens a ciphertext and seals it again, under another key or in another context, without showing the plaintext.
public final class ReEncrypt implements Operation<ReEncrypt.Request, ReEncrypt.Response> {
    private final Ciphertexts ciphertexts;

    public ReEncrypt(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            @Length(min = 1, max = 6144) Optional<Blob> ciphertextBlob,
            @OneOf(EncryptionAlgorithm.class) Optional<String> destinationEncryptionAlgorithm,
            Map<String, String> destinationEncryptionContext,
            @Required @Length(min = 1, max = 2048) String destinationKeyId,
            Optional<Boolean> dryRun,
            @OneOf(DryRunModifier.class) List<String> dryRunModifiers,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @OneOf(EncryptionAlgorithm.class) Optional<String> sourceEncryptionAlgorithm,
            Map<String, String> sourceEncryptionContext,
            @Length(min = 1, max = 2048) Optional<String> sourceKeyId)
            implements KmsRequest<Response>, DryRunnable, WithGrantTokens {
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

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    /// The key of the ciphertext, then the one to seal under.
    @Override
    public List<Key> resolve(View view, Request request) {
        Key source = source(request).resolve(view);
        return List.of(source, KeyLookup.keyOrAlias(view, request.destinationKeyId()));
    }

    @Override
    public List<Access> accesses(Request request, List<Key> keys) {
        return List.of(
                source(request).access("kms:ReEncryptFrom", keys.getFirst()),
                new Access.OnKey("kms:ReEncryptTo", keys.getLast()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        source(request).requireMadeBy(keys.getFirst());
        Ciphertexts.requireFit(keys.getFirst(), source(request).algorithm(), name());
        Ciphertexts.requireFit(keys.getLast(), destinationAlgorithm(request), name());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key from = keys.getFirst();
        Key to = keys.getLast();
        SourceCiphertext source = source(request);
        EncryptionAlgorithm algorithm = destinationAlgorithm(request);
        Ciphertexts.Opened opened =
                ciphertexts.open(view, from, source.algorithm(), request.sourceEncryptionContext(), source.required());
        try (SecretBytes plaintext = opened.plaintext()) {
            Blob ciphertext = ciphertexts.seal(view, to, algorithm, request.destinationEncryptionContext(), plaintext);
            return Prepared.answer(new Response(
                    ciphertext,
                    algorithm,
                    Ciphertexts.currentMaterialId(to),
                    to.arn().toString(),
                    source.algorithm(),
                    from.arn().toString(),
                    opened.materialId()));
        }
    }

    private static SourceCiphertext source(Request request) {
        return new SourceCiphertext(
                request.ciphertextBlob(),
                request.sourceKeyId(),
                Ciphertexts.algorithm(request.sourceEncryptionAlgorithm()),
                DryRunModifier.ignoresCiphertext(request));
    }

    private static EncryptionAlgorithm destinationAlgorithm(Request request) {
        return Ciphertexts.algorithm(request.destinationEncryptionAlgorithm());
    }
}
