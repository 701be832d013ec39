package app.keyhold.message;

import app.keyhold.crypto.Randomness;
import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.DataKey;
import com.amazonaws.encryptionsdk.EncryptedDataKey;
import com.amazonaws.encryptionsdk.MasterKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/// Messages of every suite and shape as the AWS Encryption SDK writes them, under the key of a [LocalKeyring].
final class SdkMessages {
    private SdkMessages() {}

    /// @param frameLength 0 for a body without frames
    static byte[] write(
            LocalKeyring keyring,
            AlgorithmSuite suite,
            byte[] plaintext,
            Map<String, String> context,
            int frameLength) {
        var sdk = AwsCrypto.builder()
                .withCommitmentPolicy(
                        suite.committing()
                                ? CommitmentPolicy.RequireEncryptRequireDecrypt
                                : CommitmentPolicy.ForbidEncryptAllowDecrypt)
                .withEncryptionAlgorithm(algorithm(suite))
                .withEncryptionFrameSize(frameLength)
                .build();
        return sdk.encryptData(new Local(keyring), plaintext, context).getResult();
    }

    private static CryptoAlgorithm algorithm(AlgorithmSuite suite) {
        return Arrays.stream(CryptoAlgorithm.values())
                .filter(algorithm -> algorithm.getValue() == suite.id())
                .findFirst()
                .orElseThrow();
    }

    private static final class Local extends MasterKey<Local> {
        private final LocalKeyring keyring;

        private Local(LocalKeyring keyring) {
            this.keyring = keyring;
        }

        @Override
        public String getProviderId() {
            return "aws-kms";
        }

        @Override
        public String getKeyId() {
            return LocalKeyring.ARN;
        }

        @Override
        public DataKey<Local> generateDataKey(CryptoAlgorithm algorithm, Map<String, String> context) {
            byte[] dataKey = Randomness.bytes(algorithm.getDataKeyLength());
            return new DataKey<>(
                    new SecretKeySpec(dataKey, algorithm.getDataKeyAlgo()),
                    keyring.wrap(dataKey, context),
                    LocalKeyring.ARN.getBytes(StandardCharsets.UTF_8),
                    this);
        }

        @Override
        public DataKey<Local> encryptDataKey(
                CryptoAlgorithm algorithm, Map<String, String> context, DataKey<?> dataKey) {
            throw new UnsupportedOperationException("One key a message");
        }

        @Override
        public DataKey<Local> decryptDataKey(
                CryptoAlgorithm algorithm,
                Collection<? extends EncryptedDataKey> wrapped,
                Map<String, String> context) {
            throw new UnsupportedOperationException("Only writes");
        }
    }
}
