package app.keyhold.kms.operation.encryption;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.DataKeyPairSpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A key pair for use outside, its private key sealed under a symmetric key for whoever may decrypt it later.
public final class GenerateDataKeyPairWithoutPlaintext
        implements DataKeyPairUse<
                GenerateDataKeyPairWithoutPlaintext.Request, GenerateDataKeyPairWithoutPlaintext.Response> {
    private final Ciphertexts ciphertexts;

    public GenerateDataKeyPairWithoutPlaintext(Ciphertexts ciphertexts) {
        this.ciphertexts = ciphertexts;
    }

    public record Request(
            Optional<Boolean> dryRun,
            Map<String, String> encryptionContext,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @OneOf(DataKeyPairSpec.class) String keyPairSpec)
            implements DataKeyPairUse.Asking<Response>, DryRunnable {
        public static Request of(String keyId, DataKeyPairSpec spec, Map<String, String> encryptionContext) {
            return new Request(Optional.empty(), encryptionContext, List.of(), keyId, spec.name());
        }
    }

    public record Response(
            String keyId,
            Optional<String> keyMaterialId,
            DataKeyPairSpec keyPairSpec,
            Blob privateKeyCiphertextBlob,
            Blob publicKey) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        Made made = DataKeyPairUse.make(ciphertexts, view, key, request);
        try (var _ = made.privateKey()) {
            return Prepared.answer(new Response(
                    key.arn().toString(),
                    Ciphertexts.currentMaterialId(key),
                    request.spec(),
                    made.sealedPrivateKey(),
                    made.publicKey()));
        }
    }
}
