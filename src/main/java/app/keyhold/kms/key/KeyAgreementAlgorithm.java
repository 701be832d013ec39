package app.keyhold.kms.key;

/// KMS API: KeyAgreementAlgorithmSpec.
public enum KeyAgreementAlgorithm {
    ECDH
}
