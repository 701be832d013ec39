package app.keyhold.kms.operation.agreement;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.MlKem;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

/// A fresh secret of 32 bytes, and its ciphertext for the holder of the key (SDK for Java 2.57; newer than the API
/// model).
public final class Encapsulate implements EncapsulationUse<Encapsulate.Request, Encapsulate.Response> {
    public record Request(
            Optional<Boolean> dryRun,
            @Required @OneOf(EncapsulationAlgorithm.class) String encapsulationAlgorithm,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements EncapsulationUse.Asking<Response>, DryRunnable {
        public static Request of(String keyId) {
            return new Request(Optional.empty(), EncapsulationAlgorithm.ML_KEM.name(), List.of(), keyId);
        }
    }

    public record Response(
            EncapsulationAlgorithm encapsulationAlgorithm,
            String keyId,
            SecretBytes sharedSecret,
            Blob sharedSecretCiphertextBlob) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        MlKem.Encapsulated made =
                MlKem.encapsulate(key.currentMaterial().publicKey().orElseThrow());
        return Prepared.answer(new Response(
                request.algorithm(), key.arn().toString(), made.sharedSecret(), made.ciphertext()));
    }
}
