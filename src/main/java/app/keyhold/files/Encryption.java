package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.files.archive.ArchiveException;
import app.keyhold.kms.Client;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.MessageException;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// One attempt to encrypt one file. It has its own data key and message id; a failed attempt leaves nothing that a next
/// one could continue.
final class Encryption {
    static final int FRAME_LENGTH = 256 << 10;

    /// More than header and footer usually take, for the look at free space.
    static final int ALLOWANCE = 16 << 10;

    private final Client client;
    private final FileRegister register;
    private final Originals originals;
    private final EncryptOrder order;
    private final Progress progress;

    Encryption(Client client, FileRegister register, Originals originals, EncryptOrder order, Progress progress) {
        this.client = client;
        this.register = register;
        this.originals = originals;
        this.order = order;
        this.progress = progress;
    }

    FileResult run() {
        Path name = order.hideName() ? Names.hidden() : Names.encrypted(order.source());
        var target = Target.of(order.source(), order.destination(), name, order.collision());
        try (var source = SourceFile.open(order.source())) {
            var watch = new Watch(progress, source.failures(), source.size());
            watch.begin(Phase.OPENING);
            var taken = target.taken(source);
            if (taken.isPresent()) {
                return new FileResult.Skipped(order.source(), taken.get());
            }
            try {
                Plaintext plaintext = plaintext(source);
                target.prepare(FrameLayout.ofPlaintext(ALLOWANCE, FRAME_LENGTH, plaintext.size()).messageSize());
                return seal(source, plaintext, target, watch);
            } catch (MessageException refused) {
                throw source.failures().message(refused);
            }
        }
    }

    /// A file that would itself pass for one with its name is wrapped like one, so that decrypting gives it back.
    private Plaintext plaintext(SourceFile source) {
        return order.hideName() || isWrapped(source) ? NamedFile.of(source) : source;
    }

    private static boolean isWrapped(SourceFile source) {
        try {
            return source.beginning().speaksOfItself();
        } catch (ArchiveException speaksWrongly) {
            return true;
        }
    }

    private FileResult seal(SourceFile source, Plaintext plaintext, Target target, Watch watch) {
        var sealing = order.sealing();
        var keyring = KmsKeyring.sealing(client, sealing.keyIds(), source.failures());
        try (var message = OutgoingMessage.begin(
                        keyring, AlgorithmSuite.of(sealing.sign()), sealing.context(), FRAME_LENGTH);
                var part = PartFile.create(target, order.sync(), progress, message.header().messageId())) {
            watch.begin(Phase.ENCRYPTING);
            part.expect(message.layout(plaintext.size()).messageSize());
            if (sealing.sign()) {
                sealInOrder(message, source, plaintext, part, watch);
            } else {
                sealInParallel(message, plaintext, part, watch);
            }
            source.requireUnchanged();
            if (order.verify()) {
                ReadBack.verify(message, part, progress);
            }
            watch.requireGoOn();
            progress.at(Phase.FINISHING, source.size(), source.size());
            long written = part.size();
            Optional<Blob> replaced = target.replaced();
            Optional<Path> published = part.publish(order.hideName() ? Traits.ofNew() : source.traits());
            if (published.isEmpty()) {
                return new FileResult.Skipped(order.source(), target.path());
            }
            register.add(
                    keyring, message.header().messageId(), plaintext.size(), published, order.rememberPath(), replaced);
            return originals.settle(
                    new FileResult.Written(
                            order.source(), published.get(), source.size(), written, keyring.usedKey()),
                    order.original(),
                    source);
        }
    }

    private static void sealInParallel(OutgoingMessage message, Plaintext content, PartFile part, Watch watch) {
        var layout = message.layout(content.size());
        part.write(ByteBuffer.wrap(message.headerBytes()), 0);
        Workers.run(layout, () -> {
            var sealer = message.sealer();
            return buffers -> {
                watch.requireGoOn();
                var frame = message.claim();
                long index = frame.index();
                if (index >= layout.frames()) {
                    return false;
                }
                var plaintext = buffers.plaintext(layout.plaintextLength(index));
                var sealed = buffers.message(layout.messageLength(index));
                content.read(plaintext, layout.plaintextOffset(index));
                sealer.seal(frame, layout.isFinal(index), plaintext.flip(), sealed);
                part.write(sealed.flip(), layout.messageOffset(index));
                watch.add(Phase.ENCRYPTING, layout.plaintextLength(index));
                return true;
            };
        });
    }

    private static void sealInOrder(
            OutgoingMessage message, SourceFile source, Plaintext content, PartFile part, Watch watch) {
        try {
            MessageStreams.encrypt(
                    message, content.stream(), part.stream(), done -> watch.reach(Phase.ENCRYPTING, done));
        } catch (IOException failure) {
            throw source.failures().reading(failure);
        }
    }
}
