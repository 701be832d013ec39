package app.keyhold.kms.keystore;

/// The way to external key managers (AWS KMS External Key Store Proxy API, version 1). Safe for use by several threads;
/// every method throws [XksException].
public interface XksProxy {
    /// GetHealthStatus: the proxy is there, knows the credential, and at least one key manager behind it serves.
    void requireHealth(XksTarget target, XksCall call);

    /// GetKeyMetadata.
    XksKey describe(XksTarget target, XksCall call, String xksKeyId);

    /// AES-GCM in the key manager, checked by the integrity value the proxy computes over its answer.
    ///
    /// @param associatedData at most 8192 bytes
    /// @param plaintext at most 4300 bytes
    XksCiphertext encrypt(XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, byte[] plaintext);

    byte[] decrypt(XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, XksCiphertext sealed);
}
