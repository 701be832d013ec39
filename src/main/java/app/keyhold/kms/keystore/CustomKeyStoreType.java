package app.keyhold.kms.keystore;

/// KMS API: CustomKeyStoreType.
public enum CustomKeyStoreType {
    AWS_CLOUDHSM,
    EXTERNAL_KEY_STORE
}
