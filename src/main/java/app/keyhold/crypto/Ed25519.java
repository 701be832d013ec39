package app.keyhold.crypto;

/// Ed25519 (RFC 8032) for signatures of the vault itself, such as audit checkpoints.
public final class Ed25519 {
    private Ed25519() {}

    public static NewKey generate() {
        return KeyGeneration.generate(KeySpec.ECC_NIST_EDWARDS25519);
    }

    /// @param privateKey PKCS #8
    /// @return 64 bytes
    public static Blob sign(SecretBytes privateKey, Blob message) {
        return Signatures.sign(
                KeySpec.ECC_NIST_EDWARDS25519, SigningAlgorithm.ED25519_SHA_512, MessageType.RAW, privateKey, message);
    }

    /// @param publicKey SubjectPublicKeyInfo
    public static boolean verify(Blob publicKey, Blob message, Blob signature) {
        return Signatures.verify(
                KeySpec.ECC_NIST_EDWARDS25519,
                SigningAlgorithm.ED25519_SHA_512,
                MessageType.RAW,
                publicKey,
                message,
                signature);
    }
}
