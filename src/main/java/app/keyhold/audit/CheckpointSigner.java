package app.keyhold.audit;

import app.keyhold.crypto.Blob;

/// The Region's Ed25519 audit key, lent by whoever keeps it wrapped.
public interface CheckpointSigner {
    /// SubjectPublicKeyInfo.
    Blob publicKey();

    /// Ed25519, 64 bytes.
    Blob sign(byte[] message);
}
