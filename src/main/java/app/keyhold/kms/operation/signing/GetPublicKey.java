package app.keyhold.kms.operation.signing;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.EncryptionAlgorithm;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SigningAlgorithm;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.key.CustomerMasterKeySpec;
import app.keyhold.kms.key.KeyAgreementAlgorithm;
import app.keyhold.kms.shape.EachLength;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.util.List;
import java.util.Optional;

public final class GetPublicKey {
    public record Request(
            @Length(max = 10) @EachLength(min = 1, max = 8192) List<String> grantTokens,
            @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response> {
        public static Request of(String keyId) {
            return new Request(List.of(), keyId);
        }
    }

    public record Response(
            CustomerMasterKeySpec customerMasterKeySpec,
            Optional<List<EncryptionAlgorithm>> encryptionAlgorithms,
            Optional<List<KeyAgreementAlgorithm>> keyAgreementAlgorithms,
            String keyId,
            KeySpec keySpec,
            KeyUsage keyUsage,
            Blob publicKey,
            Optional<List<SigningAlgorithm>> signingAlgorithms) {}
}
