package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.Signatures;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// Says whether a signature is one of this key; an answer means it is.
public final class Verify implements SignatureUse<Verify.Request, Verify.Response> {
    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) Blob message,
            @OneOf(MessageType.class) Optional<String> messageType,
            @Required @Length(min = 1, max = 6144) Blob signature,
            @Required @OneOf(SigningAlgorithm.class) String signingAlgorithm)
            implements SignatureUse.Asking<Response>, DryRunnable {
        /// The message itself; the key's algorithm hashes it.
        public static Request of(String keyId, Blob message, Blob signature, SigningAlgorithm algorithm) {
            return of(keyId, message, MessageType.RAW, signature, algorithm);
        }

        public static Request of(
                String keyId, Blob message, MessageType type, Blob signature, SigningAlgorithm algorithm) {
            return new Request(
                    Optional.empty(),
                    List.of(),
                    keyId,
                    message,
                    Optional.of(type.name()),
                    signature,
                    algorithm.name());
        }
    }

    public record Response(
            String keyId,
            Boolean signatureValid,
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
        Blob publicKey = key.currentMaterial().publicKey().orElseThrow();
        if (!Signatures.verify(
                key.spec(), algorithm, type, publicKey, request.message(), request.signature())) {
            throw new KmsException(Fault.KMSInvalidSignatureException);
        }
        return Prepared.answer(new Response(key.arn().toString(), true, algorithm));
    }
}
