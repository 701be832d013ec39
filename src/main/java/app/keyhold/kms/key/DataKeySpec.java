package app.keyhold.kms.key;

/// KMS API: DataKeySpec.
public enum DataKeySpec {
    AES_256,
    AES_128
}
