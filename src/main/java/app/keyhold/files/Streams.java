package app.keyhold.files;

import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Client;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageException;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Streams in, streams out, in one thread and constant memory.
final class Streams {
    private static final long UNKNOWN = -1;

    private final Client client;
    private final FileRegister register;
    private final Progress progress;

    Streams(Client client, FileRegister register, Progress progress) {
        this.client = client;
        this.register = register;
        this.progress = progress;
    }

    void encrypt(InputStream in, OutputStream out, Sealing sealing) {
        var failures = Failures.ofStream();
        var watch = new Watch(progress, failures, UNKNOWN);
        watch.begin(Phase.OPENING);
        var keyring = KmsKeyring.sealing(client, sealing.keyIds(), failures);
        try (var message = OutgoingMessage.begin(
                keyring, AlgorithmSuite.of(sealing.sign()), sealing.context(), Encryption.FRAME_LENGTH)) {
            long size = MessageStreams.encrypt(message, in, out, done -> watch.reach(Phase.ENCRYPTING, done));
            out.flush();
            register.add(
                    keyring,
                    message.header().messageId(),
                    size,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } catch (MessageException refused) {
            throw failures.message(refused);
        } catch (IOException failure) {
            throw broken(failures, failure);
        }
    }

    void decrypt(InputStream in, OutputStream out, Allowances allowed) {
        var failures = Failures.ofStream();
        var watch = new Watch(progress, failures, UNKNOWN);
        watch.begin(Phase.OPENING);
        try {
            var header = HeaderReader.read(in);
            if (header.header().suite().signed() && !allowed.releaseBeforeSignature()) {
                throw failures.of(
                        Kind.REFUSED,
                        "The message is signed, and its signature comes after everything would have been released.",
                        "Decrypt it from a file, or allow the release before the signature.");
            }
            try (var message = IncomingMessage.open(header, KmsKeyring.opening(client, failures), allowed.policy())) {
                MessageStreams.decrypt(message, in, out, done -> watch.reach(Phase.DECRYPTING, done));
                out.flush();
            }
        } catch (MessageException refused) {
            throw partlyReleased(failures.message(refused));
        } catch (IOException failure) {
            throw broken(failures, failure);
        }
    }

    /// @param range empty for everything
    void decrypt(Path file, Optional<ByteRange> range, OutputStream out, Allowances allowed) {
        try (var source = SourceFile.open(file)) {
            var watch = new Watch(progress, source.failures(), source.size());
            watch.begin(Phase.OPENING);
            var header = HeaderReader.read(source.stream(0));
            try (var message = IncomingMessage.open(
                    header, KmsKeyring.opening(client, source.failures()), allowed.policy())) {
                MessageStreams.requireReleasable(message, source.size(), source::read);
                if (header.header().suite().signed() && !allowed.releaseBeforeSignature()) {
                    watch.begin(Phase.VERIFYING);
                    MessageOpening.of(message, source, Phase.VERIFYING, watch).intoNothing();
                }
                watch.begin(Phase.DECRYPTING);
                if (range.isPresent()) {
                    new RangeOpening(message.again(), source, watch).into(out, range.get());
                } else {
                    MessageOpening.of(message.again(), source, Phase.DECRYPTING, watch).into(out);
                }
                out.flush();
            }
            source.requireUnchanged();
        } catch (MessageException refused) {
            throw partlyReleased(Failures.of(file).message(refused));
        } catch (IOException failure) {
            throw broken(Failures.of(file), failure);
        }
    }

    private static FileException partlyReleased(FileException failure) {
        return switch (failure.kind()) {
            case DAMAGED, TRUNCATED ->
                new FileException(
                        failure.kind(),
                        failure.file(),
                        failure.happened(),
                        "What came out before is authentic but not complete.",
                        failure.next(),
                        failure.offset());
            default -> failure;
        };
    }

    private static FileException broken(Failures failures, IOException failure) {
        return failures.of(
                Kind.IO,
                "The stream broke off: " + failure.getMessage() + ".",
                "Throw away what came out, and try again.");
    }
}
