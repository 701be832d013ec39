package app.keyhold.crypto;

/// What a key is for; fixed at creation (KMS API: KeyUsageType).
public enum KeyUsage {
    SIGN_VERIFY,
    ENCRYPT_DECRYPT,
    GENERATE_VERIFY_MAC,
    KEY_AGREEMENT,
    ENCAPSULATE_DECAPSULATE
}
