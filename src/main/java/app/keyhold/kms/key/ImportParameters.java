package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.WrappingAlgorithm;
import java.time.Duration;
import java.time.Instant;

/// A wrapping key that was given out for one key, and how it is to be used. Its private half stays here, wrapped, until
/// it expires: material wrapped for it opens no more then, whoever recorded it.
///
/// @param id 32 hexadecimal digits, random
/// @param keyId of the key whose material it is for
/// @param wrapped the private key, PKCS #8, under the vault's import key
public record ImportParameters(
        String id,
        String keyId,
        WrappingAlgorithm algorithm,
        WrappingKeySpec wrappingKeySpec,
        Instant expires,
        Blob wrapped) {
    public static final Duration LIFETIME = Duration.ofHours(24);
}
