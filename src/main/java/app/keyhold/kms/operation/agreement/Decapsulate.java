package app.keyhold.kms.operation.agreement;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncapsulationAlgorithm;
import app.keyhold.crypto.MlKem;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.DryRunnable;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
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
import javax.crypto.BadPaddingException;

/// The secret that was encapsulated for the key (SDK for Java 2.57; newer than the API model). A ciphertext of another
/// length is refused; one that was altered, or made for another key, yields another secret without a word, as FIPS 203
/// has it.
public final class Decapsulate implements EncapsulationUse<Decapsulate.Request, Decapsulate.Response> {
    private final MaterialWrapping materials;

    public Decapsulate(MaterialWrapping materials) {
        this.materials = materials;
    }

    public record Request(
            Optional<Boolean> dryRun,
            @Required @OneOf(EncapsulationAlgorithm.class) String encapsulationAlgorithm,
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId,
            @Required @Length(min = 1, max = 6144) Blob sharedSecretCiphertextBlob)
            implements EncapsulationUse.Asking<Response>, DryRunnable {
        public static Request of(String keyId, Blob sharedSecretCiphertext) {
            return new Request(
                    Optional.empty(),
                    EncapsulationAlgorithm.ML_KEM.name(),
                    List.of(),
                    keyId,
                    sharedSecretCiphertext);
        }
    }

    public record Response(
            EncapsulationAlgorithm encapsulationAlgorithm,
            String keyId,
            SecretBytes sharedSecret) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Key key = keys.getFirst();
        SecretBytes secret = materials.with(key, key.currentMaterial(), material -> {
            try {
                return MlKem.decapsulate(key.spec(), material, request.sharedSecretCiphertextBlob());
            } catch (BadPaddingException refused) {
                throw new KmsException(Fault.InvalidCiphertextException);
            }
        });
        return Prepared.answer(new Response(request.algorithm(), key.arn().toString(), secret));
    }
}
