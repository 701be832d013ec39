package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.Signatures;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Signs a message of up to 4,096 bytes, or the digest of one of any length.
public final class Sign implements SignatureUse<Sign.Request, Sign.Response> {
    private final MaterialWrapping materials;

    public Sign(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) Blob message,
            @OneOf(MessageType.class) Optional<String> messageType,
            @Required @OneOf(SigningAlgorithm.class) String signingAlgorithm)
            implements SignatureUse.Asking<Response>, DryRunnable {
        /// The message itself; the key's algorithm hashes it.
        public static Request of(String keyId, Blob message, SigningAlgorithm algorithm) {
            return of(keyId, message, MessageType.RAW, algorithm);
        }

        public static Request of(String keyId, Blob message, MessageType type, SigningAlgorithm algorithm) {
            return new Request(
                    Optional.empty(), List.of(), keyId, message, Optional.of(type.name()), algorithm.name());
        }
    }

    public record Response(
            String keyId,
            Blob signature,
            SigningAlgorithm signingAlgorithm) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SigningAlgorithm algorithm = request.algorithm();
        MessageType type = SignatureUse.type(request);
        Blob signature = materials.with(
                key,
                key.currentMaterial(),
                material -> Signatures.sign(key.spec(), algorithm, type, material, request.message()));
        return Prepared.answer(new Response(key.arn().toString(), signature, algorithm));
    }
}
