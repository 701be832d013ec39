package app.keyhold.kms.keystore;

import app.keyhold.crypto.Blob;

/// What a proxy answers to Encrypt, and wants back for Decrypt.
///
/// @param ciphertext as long as the plaintext
/// @param metadata of the proxy's own, at most 20 bytes, mostly none
/// @param initializationVector 12 or 16 bytes
/// @param authenticationTag 16 bytes
public record XksCiphertext(Blob ciphertext, Blob metadata, Blob initializationVector, Blob authenticationTag) {
    public static final int MOST_METADATA = 20;
    public static final int TAG_BYTES = 16;

    public XksCiphertext {
        if (metadata.size() > MOST_METADATA
                || authenticationTag.size() != TAG_BYTES
                || (initializationVector.size() != 12 && initializationVector.size() != 16)) {
            throw new IllegalArgumentException("Not what a proxy may answer");
        }
    }
}
