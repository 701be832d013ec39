package app.keyhold.crypto;

import java.util.Optional;

/// Fresh key material. The receiver closes `secret`.
///
/// @param secret raw bytes for AES and HMAC, PKCS #8 for key pairs
/// @param publicKey SubjectPublicKeyInfo of a key pair
public record NewKey(SecretBytes secret, Optional<Blob> publicKey) {}
