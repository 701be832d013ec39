package app.keyhold.kms.key;

import app.keyhold.crypto.KeySpec;

/// KMS API: WrappingKeySpec, the public key that wraps material for import.
public enum WrappingKeySpec {
    RSA_2048(KeySpec.RSA_2048),
    RSA_3072(KeySpec.RSA_3072),
    RSA_4096(KeySpec.RSA_4096),
    SM2(KeySpec.SM2);

    private final KeySpec keySpec;

    WrappingKeySpec(KeySpec keySpec) {
        this.keySpec = keySpec;
    }

    /// What has to be generated for it.
    public KeySpec keySpec() {
        return keySpec;
    }
}
