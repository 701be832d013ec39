package app.keyhold.files;

import app.keyhold.kms.Client;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/// Encrypts and decrypts single files and streams with keys behind the door. Every method blocks until the work is done
/// and may be called by several threads at once.
public final class FileService {
    /// The name this room has at the door, and the last part of its own key's alias.
    public static final String SERVICE = "files";

    /// The key managed by this room: made at its first use, usable only through here.
    public static final String SERVICE_KEY = "alias/aws/" + SERVICE;

    /// What an encrypted file's name ends with.
    public static final String SUFFIX = ".khd";

    private final Client client;

    /// @param client forwards the person's calls under [#SERVICE]
    public FileService(Client client) {
        this.client = client;
    }

    /// @throws FileException if the file was not encrypted; nothing stands under the target's name then
    public FileResult encrypt(EncryptOrder order, Progress progress) {
        throw new UnsupportedOperationException(client.toString());
    }

    /// @throws FileException if the file was not decrypted; nothing stands under the target's name then
    public FileResult decrypt(DecryptOrder order, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// Reads the header. Needs no key, so nothing it answers is proven.
    ///
    /// @throws FileException if the file cannot be read or is no message
    public Inspection inspect(Path file) {
        throw new UnsupportedOperationException();
    }

    /// Whether the file begins as an encrypted file does, whatever its name; `false` if it cannot be read.
    public boolean isMessage(Path file) {
        throw new UnsupportedOperationException();
    }

    /// Encrypts a stream; memory stays constant. Neither stream is closed.
    public void encrypt(InputStream in, OutputStream out, Sealing sealing, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// Decrypts a stream. Each frame is released once it is verified, so that after a failure `out` has had the beginning
    /// of the plaintext: authentic, but not complete. Neither stream is closed.
    ///
    /// @param releaseBeforeSignature without it a signed message is refused, because its signature comes last
    /// @throws FileException if the message is damaged or incomplete: what came out must be thrown away
    public void decrypt(InputStream in, OutputStream out, boolean releaseBeforeSignature, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /// Decrypts a file into a stream. The whole message, signature included, is verified in a first pass before anything
    /// is released if it is signed.
    public void decrypt(Path source, OutputStream out, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
