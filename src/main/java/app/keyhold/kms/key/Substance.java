package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;

/// Where the secret of one generation of a key is.
public sealed interface Substance {
    /// In this vault, wrapped under the Region's material key.
    ///
    /// @param wrapped magic, version, nonce, ciphertext and tag
    record Wrapped(Blob wrapped) implements Substance {}

    /// Nowhere in this vault: imported once, then deleted or expired. The material's id stays, so that only the same
    /// material can take its place again.
    record Absent() implements Substance {}

    /// In a token, which never lets it out.
    ///
    /// @param label of the key object in the token of the key's custom key store
    record InToken(String label) implements Substance {}

    /// Half of it here and half behind an external key store's proxy: what is encrypted goes through both.
    ///
    /// @param xksKeyId the key's name at the proxy
    /// @param wrapped Keyhold's own half, as in [Wrapped]
    record External(String xksKeyId, Blob wrapped) implements Substance {}
}
