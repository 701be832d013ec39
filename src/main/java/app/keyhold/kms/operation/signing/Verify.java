package app.keyhold.kms.operation.signing;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.MessageType;
import app.keyhold.crypto.Signatures;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says whether a signature is one of this key; an answer means it is.
public final class Verify implements Operation<Verify.Request, Verify.Response> {
    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 4096) Blob message,
            @OneOf(MessageType.class) Optional<String> messageType,
            @Required @Length(min = 1, max = 6144) Blob signature,
            @Required @OneOf(SigningAlgorithm.class) String signingAlgorithm)
            implements KmsRequest<Response>, DryRunnable {
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
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.USE;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        Require.grantTokens(request.grantTokens());
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Require.usage(keys.getFirst(), KeyUsage.SIGN_VERIFY, name());
        Require.algorithm(keys.getFirst(), algorithm(request), keys.getFirst().spec().signingAlgorithms());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SigningAlgorithm algorithm = algorithm(request);
        MessageType type = MessageRules.type(request.messageType(), algorithm, request.message());
        Blob publicKey = key.currentMaterial().publicKey().orElseThrow();
        if (!Signatures.verify(
                key.spec(), algorithm, type, publicKey, request.message(), request.signature())) {
            throw new KmsException(Fault.KMSInvalidSignatureException);
        }
        return Prepared.answer(new Response(key.arn().toString(), true, algorithm));
    }

    private static SigningAlgorithm algorithm(Request request) {
        return SigningAlgorithm.valueOf(request.signingAlgorithm());
    }
}
