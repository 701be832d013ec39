package app.keyhold.kms.key;

/// KMS API: CustomerMasterKeySpec. The old name of KeySpec, still in every answer.
public enum CustomerMasterKeySpec {
    RSA_2048,
    RSA_3072,
    RSA_4096,
    ECC_NIST_P256,
    ECC_NIST_P384,
    ECC_NIST_P521,
    ECC_SECG_P256K1,
    SYMMETRIC_DEFAULT,
    HMAC_224,
    HMAC_256,
    HMAC_384,
    HMAC_512,
    SM2
}
