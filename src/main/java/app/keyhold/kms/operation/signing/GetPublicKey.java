package app.keyhold.kms.operation.signing;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KeyLookup;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.WithGrantTokens;
import app.keyhold.kms.key.Key;
import app.keyhold.crypto.KeyAgreementAlgorithm;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.AcceptedStates;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The public half of an asymmetric key, for use outside.
public final class GetPublicKey implements Operation<GetPublicKey.Request, GetPublicKey.Response> {
    public record Request(
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response>, WithGrantTokens {
        public static Request of(String keyId) {
            return new Request(List.of(), keyId);
        }
    }

    public record Response(
            String customerMasterKeySpec,
            Optional<List<EncapsulationAlgorithm>> encapsulationAlgorithms,
            Optional<List<EncryptionAlgorithm>> encryptionAlgorithms,
            Optional<List<KeyAgreementAlgorithm>> keyAgreementAlgorithms,
            String keyId,
            KeySpec keySpec,
            KeyUsage keyUsage,
            Blob publicKey,
            Optional<List<SigningAlgorithm>> signingAlgorithms) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public List<Key> resolve(View view, Request request) {
        return List.of(KeyLookup.keyOrAlias(view, request.keyId()));
    }

    @Override
    public Set<KeyState> acceptedStates() {
        return AcceptedStates.USABLE;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Key key = keys.getFirst();
        if (!key.spec().isAsymmetric()) {
            throw new KmsException(
                    Fault.UnsupportedOperationException,
                    "%s key spec is %s which is not valid for GetPublicKey.".formatted(key.arn(), key.spec()));
        }
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        KeyMetadata metadata = KeyMetadata.of(key, view.keyStores());
        return Prepared.answer(new Response(
                metadata.customerMasterKeySpec(),
                metadata.encapsulationAlgorithms(),
                metadata.encryptionAlgorithms(),
                metadata.keyAgreementAlgorithms(),
                key.arn().toString(),
                key.spec(),
                key.usage(),
                key.currentMaterial().publicKey().orElseThrow(),
                metadata.signingAlgorithms()));
    }
}
