package app.keyhold.crypto;

/// KMS API: KeyAgreementAlgorithmSpec.
public enum KeyAgreementAlgorithm {
    ECDH
}
