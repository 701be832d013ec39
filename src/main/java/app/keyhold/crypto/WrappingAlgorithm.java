package app.keyhold.crypto;

/// How key material is wrapped for import (KMS API: AlgorithmSpec).
public enum WrappingAlgorithm {
    /// Withdrawn by the service in 2023; still a well-formed name.
    RSAES_PKCS1_V1_5,
    RSAES_OAEP_SHA_1,
    RSAES_OAEP_SHA_256,
    RSA_AES_KEY_WRAP_SHA_1,
    RSA_AES_KEY_WRAP_SHA_256,
    SM2PKE
}
