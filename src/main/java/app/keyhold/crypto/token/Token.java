package app.keyhold.crypto.token;

import app.keyhold.crypto.SecretBytes;
import javax.crypto.AEADBadTagException;

/// One token, logged in to. Its keys are AES-256, named by a label, made in it and never let out. Safe for use by several
/// threads.
///
/// Every method throws [TokenException]; what is thrown never means that a key was deleted.
public interface Token extends AutoCloseable {
    /// A new key.
    ///
    /// @throws TokenException LABEL_TAKEN if the token has an object of that label; it stays as it is
    void generateKey(String label);

    /// Whether a key of that label is there, answered only by a token that is there itself.
    boolean holds(String label);

    /// Removes the key for good. Nothing happens if there is none.
    void deleteKey(String label);

    /// AES-256-GCM with a 16-byte tag.
    ///
    /// @param nonce 12 bytes, never twice under one key
    /// @return ciphertext and tag
    byte[] seal(String label, byte[] nonce, byte[] associatedData, SecretBytes plaintext);

    /// @param sealed ciphertext and tag
    /// @throws AEADBadTagException if it was not sealed under this key, nonce and data; the token itself is well
    SecretBytes open(String label, byte[] nonce, byte[] associatedData, byte[] sealed) throws AEADBadTagException;

    /// From the token's own generator.
    ///
    /// @param length 1 to 1024
    SecretBytes random(int length);

    /// False once it was lost or closed: connect anew.
    boolean isConnected();

    /// Logs out.
    @Override
    void close();
}
