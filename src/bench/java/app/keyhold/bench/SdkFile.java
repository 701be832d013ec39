package app.keyhold.bench;

import com.amazonaws.encryptionsdk.AwsCrypto;
import com.amazonaws.encryptionsdk.CommitmentPolicy;
import com.amazonaws.encryptionsdk.CryptoAlgorithm;
import com.amazonaws.encryptionsdk.jce.JceMasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;

/// One file through the AWS Encryption SDK for Java as its examples do it: streams, its own frame length, a key of this
/// process: `encrypt|decrypt FROM TO`.
final class SdkFile {
    private SdkFile() {}

    public static void main(String[] arguments) throws IOException {
        var key = JceMasterKey.getInstance(new SecretKeySpec(new byte[32], "AES"), "bench", "key", "AES/GCM/NoPadding");
        var sdk = AwsCrypto.builder()
                .withCommitmentPolicy(CommitmentPolicy.RequireEncryptRequireDecrypt)
                .withEncryptionAlgorithm(CryptoAlgorithm.ALG_AES_256_GCM_HKDF_SHA512_COMMIT_KEY)
                .build();
        try (var in = Files.newInputStream(Path.of(arguments[1]));
                var out = Files.newOutputStream(Path.of(arguments[2]));
                var through = arguments[0].equals("encrypt")
                        ? sdk.createEncryptingStream(key, in)
                        : sdk.createDecryptingStream(key, in)) {
            through.transferTo(out);
        }
    }
}
