package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.RecipientInfo;
import app.keyhold.kms.operation.Require;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key pair for use outside: the private key as PKCS #8, in plain and sealed under a symmetric key.
public final class GenerateDataKeyPair implements DataKeyPairUse<GenerateDataKeyPair.Request, GenerateDataKeyPair.Response> {
    private final Ciphertexts ciphertexts;

    public GenerateDataKeyPair(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            Optional<Boolean> dryRun,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @OneOf(DataKeyPairSpec.class) String keyPairSpec,
            Optional<RecipientInfo> recipient)
            implements DataKeyPairUse.Asking<Response>, DryRunnable {
        public static Request of(String keyId, DataKeyPairSpec spec, Map<String, String> encryptionContext) {
            return new Request(
                    Optional.empty(), encryptionContext, List.of(), keyId, spec.name(), Optional.empty());
        }
    }

    public record Response(
            Optional<Blob> ciphertextForRecipient,
            String keyId,
            Optional<String> keyMaterialId,
            DataKeyPairSpec keyPairSpec,
            Blob privateKeyCiphertextBlob,
            SecretBytes privateKeyPlaintext,
            Blob publicKey) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public void requireFit(Request request, List<Key> keys) {
        DataKeyPairUse.super.requireFit(request, keys);
        Require.noRecipient(request.recipient());
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Made made = DataKeyPairUse.make(ciphertexts, view, key, request);
        return Prepared.answer(new Response(
                Optional.empty(),
                key.arn().toString(),
                Ciphertexts.currentMaterialId(key),
                request.spec(),
                made.sealedPrivateKey(),
                made.privateKey(),
                made.publicKey()));
    }
}
