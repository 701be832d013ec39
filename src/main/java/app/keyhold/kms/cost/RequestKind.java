package app.keyhold.kms.cost;

/// Requests by price (AWS KMS pricing).
public enum RequestKind {
    /// Everything that is not one of the others: symmetric and HMAC keys, administration, random numbers.
    SYMMETRIC,
    /// Using an RSA_2048 key.
    RSA_2048,
    /// Using any other asymmetric key.
    OTHER_ASYMMETRIC,
    /// Making an RSA key pair under a symmetric key.
    DATA_KEY_PAIR_RSA,
    /// Making an elliptic-curve or SM2 key pair under a symmetric key.
    DATA_KEY_PAIR_ECC
}
