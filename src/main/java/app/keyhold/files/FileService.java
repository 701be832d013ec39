package app.keyhold.files;

import app.keyhold.kms.Client;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.MessageException;
import app.keyhold.message.ReadHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
    private final Optional<Notebook> notebook;

    /// Remembers nothing of what it is in the middle of.
    ///
    /// @param client forwards the person's calls under [#SERVICE]
    public FileService(Client client) {
        this(client, Optional.empty());
    }

    /// @param notebook for finding what a killed process left
    public FileService(Client client, Notebook notebook) {
        this(client, Optional.of(notebook));
    }

    private FileService(Client client, Optional<Notebook> notebook) {
        this.client = client;
        this.notebook = notebook;
    }

    /// What killed processes left, oldest first.
    public List<Unfinished> unfinished() {
        return notebook.map(Notebook::unfinished).orElse(List.of());
    }

    /// Notes a batch, so that it is found if this process dies in the middle of it.
    Optional<Note> note(BatchOrder order) {
        return notebook.flatMap(book -> book.begin(order, Instant.now()));
    }

    /// Does `work` file by file, noted meanwhile.
    ///
    /// @param progress watches each file
    public <R> R noted(BatchOrder order, Progress progress, Function<Noted, R> work) {
        try (var noted = new Noted(note(order), progress)) {
            return work.apply(noted);
        }
    }

    /// @throws FileException if the file was not encrypted; nothing stands under the target's name then
    public FileResult encrypt(EncryptOrder order, Progress progress) {
        return new Encryption(client, order, progress).run();
    }

    /// @throws FileException if the file was not decrypted; nothing stands under the target's name then
    public FileResult decrypt(DecryptOrder order, Progress progress) {
        return new Decryption(client, order, progress).run();
    }

    /// Reads the header. Needs no key, so nothing it answers is proven.
    ///
    /// @throws FileException if the file cannot be read or is no message
    public static Inspection inspect(Path file) {
        try (var source = SourceFile.open(file)) {
            var read = HeaderReader.read(source.stream(0));
            var header = read.header();
            var suite = header.suite();
            return new Inspection(
                    file,
                    HexFormat.of().toHexDigits((short) suite.id()),
                    suite.name(),
                    suite.signed(),
                    header.messageId().hex(),
                    header.context(),
                    header.dataKeys().stream()
                            .map(key -> new Inspection.WrappingKey(key.providerId(), key.keyArn()))
                            .toList(),
                    header.frameLength(),
                    source.size(),
                    read.size(),
                    layout(read, source).plaintextSize());
        } catch (MessageException refused) {
            throw Failures.of(file).message(refused);
        } catch (IOException failure) {
            throw Failures.of(file).reading(failure);
        }
    }

    private static FrameLayout layout(ReadHeader read, SourceFile source) {
        int frameLength = read.header().frameLength();
        return read.header().suite().signed()
                ? FrameLayout.ofSignedMessage(read.size(), frameLength, source.size(), source::read)
                : FrameLayout.ofMessage(read.size(), frameLength, source.size());
    }

    /// Whether the file begins as an encrypted file does, whatever its name; `false` if it cannot be read.
    public static boolean isMessage(Path file) {
        try (var source = SourceFile.open(file)) {
            HeaderReader.read(source.stream(0));
            return true;
        } catch (MessageException | FileException | IOException other) {
            return false;
        }
    }

    /// Encrypts a stream; memory stays constant. Neither stream is closed.
    ///
    /// @throws FileException if it did not get to the end: what came out is of no use
    public void encrypt(InputStream in, OutputStream out, Sealing sealing, Progress progress) {
        new Streams(client, progress).encrypt(in, out, sealing);
    }

    /// Decrypts a stream. Each frame is released once it is verified, so that after a failure `out` has had the
    /// beginning of the plaintext: authentic, but not complete. Neither stream is closed.
    ///
    /// @param releaseBeforeSignature without it a signed message is refused, because its signature comes last
    /// @throws FileException if the message is damaged or incomplete: what came out must be thrown away
    public void decrypt(InputStream in, OutputStream out, boolean releaseBeforeSignature, Progress progress) {
        new Streams(client, progress).decrypt(in, out, releaseBeforeSignature);
    }

    /// Decrypts a file into a stream. A signed message is verified in a first pass before anything is released.
    ///
    /// @throws FileException if the message is damaged or incomplete: what came out must be thrown away
    public void decrypt(Path source, OutputStream out, Progress progress) {
        new Streams(client, progress).decrypt(source, out);
    }
}
