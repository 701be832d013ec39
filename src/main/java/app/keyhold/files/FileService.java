package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.files.bin.Bin;
import app.keyhold.kms.Client;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.MessageException;
import app.keyhold.message.MessageSizes;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Encrypts, decrypts and re-encrypts single files and streams with keys behind the door. Every method blocks until the work is done
/// and may be called by several threads at once.
public final class FileService {
    /// The name this room has at the door, and the last part of its own key's alias.
    public static final String SERVICE = "files";

    /// The key managed by this room: made at its first use, usable only through here.
    public static final String SERVICE_KEY = "alias/aws/" + SERVICE;

    /// What an encrypted file's name ends with.
    public static final String SUFFIX = ".khd";

    private final Client client;
    private final FileRegister register;
    private final Optional<Notebook> notebook;
    private final Originals originals;

    /// Remembers nothing of what it is in the middle of.
    ///
    /// @param client forwards the person's calls under [#SERVICE]
    public FileService(Client client) {
        this(client, Optional.empty(), thisComputers());
    }

    /// @param notebook for finding what a killed process left
    public FileService(Client client, Notebook notebook) {
        this(client, notebook, thisComputers());
    }

    /// @param bin for originals that shall not stay
    public FileService(Client client, Notebook notebook, Bin bin) {
        this(client, Optional.of(notebook), bin);
    }

    FileService(Client client, Optional<Notebook> notebook, Bin bin) {
        this.client = client;
        this.originals = new Originals(bin);
        this.register = new FileRegister(client);
        this.notebook = notebook;
    }

    private static Bin thisComputers() {
        return Bin.ofThisComputer(InstantSource.system());
    }

    /// What killed processes left, oldest first.
    public List<Unfinished> unfinished() {
        return notebook.map(Notebook::unfinished).orElse(List.of());
    }

    /// Notes a batch, so that it is found if this process dies in the middle of it.
    ///
    /// @param finished sources about which nothing is left to do
    /// @param left is gone on with
    Optional<Note> note(BatchOrder order, Set<Path> finished, Optional<Unfinished> left) {
        return notebook.flatMap(book -> book.begin(order, Instant.now(), finished, left));
    }

    /// @throws FileException if the file was not encrypted; nothing stands under the target's name then
    public FileResult encrypt(EncryptOrder order, Progress progress) {
        return new Encryption(client, register, originals, order, progress).run();
    }

    /// What an archive is called in full: `photos` becomes `photos.tar.khd`.
    public static String archiveName(String name) {
        if (name.endsWith(SUFFIX)) {
            return name;
        }
        return name + (name.endsWith(Names.TAR) ? "" : Names.TAR) + SUFFIX;
    }

    /// Encrypts everything handed over as one archive, which [DecryptOrder#extract] takes apart again.
    ///
    /// @throws FileException if the archive was not made; nothing stands under the target's name then
    public FileResult archive(BatchOrder.Encrypt order, Progress progress) {
        return new Archiving(client, register, originals, order, progress).run();
    }

    /// Puts an encrypted file under a fresh data key: of another key, or of the newest material of its own.
    ///
    /// @throws FileException if it was not re-encrypted; the file is as it was then
    public FileResult reencrypt(ReencryptOrder order, Progress progress) {
        return new Reencryption(client, register, order, progress).run();
    }

    /// Tells the vault which files were encrypted, where that has not happened yet; to be called at the end of a job.
    ///
    /// @return a sentence about files that the vault does not remember, encrypted though they are
    public Optional<String> remember() {
        return register.settle();
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
            return Inspection.of(file, source.size(), read, MessageSizes.of(read, source.size(), source::read));
        } catch (MessageException refused) {
            throw Failures.of(file).message(refused);
        } catch (IOException failure) {
            throw Failures.of(file).reading(failure);
        }
    }

    /// Whether the file begins as an encrypted file does, whatever its name; `false` if it cannot be read.
    public static boolean isMessage(Path file) {
        return messageId(file).isPresent();
    }

    /// Empty if it is no encrypted file.
    static Optional<Blob> messageId(Path file) {
        try (var source = SourceFile.open(file)) {
            return Optional.of(HeaderReader.read(source.stream(0)).header().messageId());
        } catch (MessageException | FileException | IOException other) {
            return Optional.empty();
        }
    }

    /// Encrypts a stream; memory stays constant. Neither stream is closed.
    ///
    /// @throws FileException if it did not get to the end: what came out is of no use
    public void encrypt(InputStream in, OutputStream out, Sealing sealing, Progress progress) {
        new Streams(client, register, progress).encrypt(in, out, sealing);
    }

    /// Decrypts a stream. Each frame is released once it is verified, so that after a failure `out` has had the
    /// beginning of the plaintext: authentic, but not complete. Neither stream is closed.
    ///
    /// @param allowed without it a signed message is refused, because its signature comes last
    /// @throws FileException if the message is damaged or incomplete: what came out must be thrown away
    public void decrypt(InputStream in, OutputStream out, Allowances allowed, Progress progress) {
        new Streams(client, register, progress).decrypt(in, out, allowed);
    }

    /// Decrypts a file into a stream. A signed message is verified in a first pass before anything is released, unless the
    /// release was allowed.
    ///
    /// @throws FileException if the message is damaged or incomplete: what came out must be thrown away
    public void decrypt(Path source, OutputStream out, Allowances allowed, Progress progress) {
        new Streams(client, register, progress).decrypt(source, Optional.empty(), out, allowed);
    }

    /// Decrypts some bytes of a file into a stream, reading no more frames than hold them; of a signed message all of it
    /// is verified in a first pass, unless the release was allowed.
    ///
    /// @throws FileException if what was read is damaged or the range begins behind the end
    public void decrypt(Path source, ByteRange range, OutputStream out, Allowances allowed, Progress progress) {
        new Streams(client, register, progress).decrypt(source, Optional.of(range), out, allowed);
    }
}
