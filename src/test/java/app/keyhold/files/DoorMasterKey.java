package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.encryption.GenerateDataKey;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.DataKey;
import com.amazonaws.encryptionsdk.EncryptedDataKey;
import com.amazonaws.encryptionsdk.MasterKey;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/// The AWS Encryption SDK's way to a key, through Keyhold's door.
final class DoorMasterKey extends MasterKey<DoorMasterKey> {
    private final Client client;
    private final String keyArn;

    DoorMasterKey(Client client, String keyArn) {
        this.client = client;
        this.keyArn = keyArn;
    }

    @Override
    public String getProviderId() {
        return "aws-kms";
    }

    @Override
    public String getKeyId() {
        return keyArn;
    }

    @Override
    public DataKey<DoorMasterKey> generateDataKey(CryptoAlgorithm algorithm, Map<String, String> context) {
        var answer = client.call(
                GenerateDataKey.Request.ofLength(keyArn, algorithm.getDataKeyLength(), context));
        return answer.plaintext()
                .use(bytes -> new DataKey<>(
                        new SecretKeySpec(bytes, algorithm.getDataKeyAlgo()),
                        answer.ciphertextBlob().toByteArray(),
                        answer.keyId().getBytes(StandardCharsets.UTF_8),
                        this));
    }

    @Override
    public DataKey<DoorMasterKey> encryptDataKey(
            CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
        var plaintext = SecretBytes.copyOf(dataKey.getKey().getEncoded());
        var answer = client.call(Encrypt.Request.of(keyArn, plaintext, context));
        return new DataKey<>(
                dataKey.getKey(),
                answer.ciphertextBlob().toByteArray(),
                answer.keyId().getBytes(StandardCharsets.UTF_8),
                this);
    }

    @Override
    public DataKey<DoorMasterKey> decryptDataKey(
            CryptoAlgorithm algorithm,
            Collection<? extends EncryptedDataKey> wrapped,
            Map<String, String> context) {
        for (var key : wrapped) {
            String arn = new String(key.getProviderInformation(), StandardCharsets.UTF_8);
            if (!arn.equals(keyArn)) {
                continue;
            }
            var answer = client.call(Decrypt.Request.of(arn, Blob.of(key.getEncryptedDataKey()), context));
            return answer.plaintext()
                    .use(bytes -> new DataKey<>(
                            new SecretKeySpec(bytes, algorithm.getDataKeyAlgo()),
                            key.getEncryptedDataKey(),
                            key.getProviderInformation(),
                            this));
        }
        throw buildCannotDecryptDksException();
    }
}
