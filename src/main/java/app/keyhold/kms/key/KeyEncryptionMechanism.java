package app.keyhold.kms.key;

/// KMS API: KeyEncryptionMechanism.
public enum KeyEncryptionMechanism {
    RSAES_OAEP_SHA_256
}
