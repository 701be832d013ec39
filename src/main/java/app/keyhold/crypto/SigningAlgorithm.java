package app.keyhold.crypto;

/// KMS API: SigningAlgorithmSpec.
public enum SigningAlgorithm {
    RSASSA_PSS_SHA_256(Scheme.RSA_PSS, "SHA-256", 32),
    RSASSA_PSS_SHA_384(Scheme.RSA_PSS, "SHA-384", 48),
    RSASSA_PSS_SHA_512(Scheme.RSA_PSS, "SHA-512", 64),
    RSASSA_PKCS1_V1_5_SHA_256(Scheme.RSA_PKCS1, "SHA-256", 32),
    RSASSA_PKCS1_V1_5_SHA_384(Scheme.RSA_PKCS1, "SHA-384", 48),
    RSASSA_PKCS1_V1_5_SHA_512(Scheme.RSA_PKCS1, "SHA-512", 64),
    ECDSA_SHA_256(Scheme.ECDSA, "SHA-256", 32),
    ECDSA_SHA_384(Scheme.ECDSA, "SHA-384", 48),
    ECDSA_SHA_512(Scheme.ECDSA, "SHA-512", 64),
    SM2DSA(Scheme.SM2, "SM3", 32),
    ML_DSA_SHAKE_256(Scheme.ML_DSA, "SHAKE256", 64),
    ED25519_SHA_512(Scheme.ED25519, "SHA-512", 64),
    ED25519_PH_SHA_512(Scheme.ED25519_PH, "SHA-512", 64);

    enum Scheme {
        RSA_PSS,
        RSA_PKCS1,
        ECDSA,
        ED25519,
        ED25519_PH,
        SM2,
        ML_DSA
    }

    private final Scheme scheme;
    private final String hash;
    private final int digestLength;

    SigningAlgorithm(Scheme scheme, String hash, int digestLength) {
        this.scheme = scheme;
        this.hash = hash;
        this.digestLength = digestLength;
    }

    Scheme scheme() {
        return scheme;
    }

    /// `SHA-256`.
    String hash() {
        return hash;
    }

    /// Length in bytes of a message of type DIGEST, and of one of type EXTERNAL_MU (FIPS 204, 6.2).
    public int digestLength() {
        return digestLength;
    }

    /// Ed25519 fixes the type, since it signs other bytes for a digest; the others take either the message or its
    /// digest, which ML-DSA calls mu.
    public boolean accepts(MessageType type) {
        return switch (scheme) {
            case RSA_PSS, RSA_PKCS1, ECDSA, SM2 -> type != MessageType.EXTERNAL_MU;
            case ED25519 -> type == MessageType.RAW;
            case ED25519_PH -> type == MessageType.DIGEST;
            case ML_DSA -> type != MessageType.DIGEST;
        };
    }
}
