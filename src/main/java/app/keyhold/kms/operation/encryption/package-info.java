/// Sealing and opening: a request names a key (or brings a ciphertext that does), the material is lent for one call,
/// and plaintext leaves only as [app.keyhold.crypto.SecretBytes].
@NullMarked
package app.keyhold.kms.operation.encryption;

import org.jspecify.annotations.NullMarked;
