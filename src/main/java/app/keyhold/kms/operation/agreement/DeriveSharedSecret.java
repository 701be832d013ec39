package app.keyhold.kms.operation.agreement;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Ecdh;
import app.keyhold.crypto.KeyAgreementAlgorithm;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.KeyUse;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.security.InvalidKeyException;
import java.util.List;
import java.util.Optional;

/// The raw ECDH secret of a key and another side's public key on the same curve. Derive keys from it; it is none itself.
public final class DeriveSharedSecret implements KeyUse<DeriveSharedSecret.Request, DeriveSharedSecret.Response> {
    private final MaterialWrapping materials;

    public DeriveSharedSecret(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @OneOf(KeyAgreementAlgorithm.class) String keyAgreementAlgorithm,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 8192) Blob publicKey,
            Optional<RecipientInfo> recipient)
            implements KeyUse.Asking<Response>, DryRunnable {
        /// @param publicKey SubjectPublicKeyInfo
        public static Request of(String keyId, Blob publicKey) {
            return new Request(
                    Optional.empty(),
                    List.of(),
                    KeyAgreementAlgorithm.ECDH.name(),
                    keyId,
                    publicKey,
                    Optional.empty());
        }

        KeyAgreementAlgorithm algorithm() {
            return KeyAgreementAlgorithm.valueOf(keyAgreementAlgorithm);
        }
    }

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            KeyAgreementAlgorithm keyAgreementAlgorithm,
            String keyId,
            KeyOrigin keyOrigin,
            SecretBytes sharedSecret) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Require.usage(key, KeyUsage.KEY_AGREEMENT, name());
        Require.algorithm(key, request.algorithm(), key.spec().keyAgreementAlgorithms());
        Require.noRecipient(request.recipient());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SecretBytes secret = materials.with(key, key.currentMaterial(), material -> {
            try {
                return Ecdh.derive(key.spec(), material, request.publicKey());
            } catch (InvalidKeyException refused) {
                throw new KmsException(Fault.ValidationException);
            }
        });
        return Prepared.answer(new Response(
                Optional.empty(), request.algorithm(), key.arn().toString(), key.origin(), secret));
    }
}
