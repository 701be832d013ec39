package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.files.FileException.Kind;
import app.keyhold.files.archive.ArchiveException;
import app.keyhold.files.archive.Measured;
import app.keyhold.files.archive.RawName;
import app.keyhold.files.archive.TarStream;
import app.keyhold.kms.Client;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.MessageException;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// One attempt to encrypt several files and folders as one archive: one message, one data key. What it will be is
/// measured before the key is asked for; it fails if it does not come out so.
final class Archiving {
    private final Client client;
    private final FileRegister register;
    private final Originals originals;
    private final BatchOrder.Encrypt order;
    private final Progress progress;
    private final List<Path> sources;

    Archiving(
            Client client,
            FileRegister register,
            Originals originals,
            BatchOrder.Encrypt order,
            Progress progress) {
        this.client = client;
        this.register = register;
        this.originals = originals;
        this.order = order;
        this.progress = progress;
        this.sources = order.sources().stream().map(Note::absolute).toList();
    }

    FileResult run() {
        Path name = order.hideNames() ? Names.hidden() : Names.archive(sources);
        var target = Target.of(sources.getFirst(), order.destination(), name, order.collision());
        try {
            requireNames();
            new Watch(progress, target.failures(), 0).begin(Phase.OPENING);
            var taken = target.taken(sources);
            if (taken.isPresent()) {
                return new FileResult.Skipped(sources.getFirst(), taken.get());
            }
            var measured = Measured.of(sources, hiddenName(), progress::cancelled);
            requireOutside(target);
            target.prepare(FrameLayout.ofPlaintext(Encryption.ALLOWANCE, Encryption.FRAME_LENGTH, measured.size())
                    .messageSize());
            return seal(target, measured);
        } catch (ArchiveException refused) {
            requireGoOn(target);
            throw target.failures().archiving(refused);
        } catch (MessageException refused) {
            throw target.failures().message(refused);
        } catch (IOException failure) {
            throw Failures.of(sources.getFirst()).reading(failure);
        }
    }

    /// What the folder will be called that it becomes again.
    private Optional<String> hiddenName() {
        return Optional.of(sources.size() == 1 ? Names.fileName(sources.getFirst()) : Names.ARCHIVE)
                .filter(_ -> order.hideNames());
    }

    private void requireGoOn(Target target) {
        if (progress.cancelled()) {
            throw target.failures().cancelled();
        }
    }

    private void requireNames() {
        var names = new HashSet<Blob>();
        for (Path source : sources) {
            if (source.getFileName() == null) {
                throw Failures.of(source).of(Kind.REFUSED, source + " is a whole disk.", "Name the folders on it.");
            }
            if (!Files.exists(source, LinkOption.NOFOLLOW_LINKS)) {
                throw Failures.of(source).of(Kind.NOT_FOUND, Names.fileName(source) + " is not there.", "Check the name.");
            }
            if (!names.add(Blob.of(RawName.of(source)))) {
                throw Failures.of(source)
                        .of(
                                Kind.REFUSED,
                                "Two of the files are called " + Names.fileName(source) + ", which one archive cannot hold.",
                                "Rename one, or name the folder they are in.");
            }
        }
    }

    /// An archive that grows while it reads itself never ends.
    private void requireOutside(Target target) throws IOException {
        Path folder = target.existingFolder().toRealPath();
        for (Path source : sources) {
            if (Files.isDirectory(source, LinkOption.NOFOLLOW_LINKS) && folder.startsWith(source.toRealPath())) {
                throw target.failures()
                        .of(
                                Kind.REFUSED,
                                "The archive would be written into " + Names.fileName(source) + ", which it is of.",
                                "Choose another folder for it.");
            }
        }
    }

    private FileResult seal(Target target, Measured measured) throws IOException {
        var sealing = order.sealing();
        var keyring = KmsKeyring.sealing(client, sealing.keyIds(), target.failures());
        var watch = new Watch(progress, target.failures(), measured.size());
        try (var message = OutgoingMessage.begin(
                        keyring, AlgorithmSuite.of(sealing.sign()), sealing.context(), Encryption.FRAME_LENGTH);
                var tar = new TarStream(sources, measured);
                var part = PartFile.create(target, order.sync(), progress, message.header().messageId())) {
            watch.begin(Phase.ENCRYPTING);
            if (sealing.sign()) {
                MessageStreams.encrypt(message, tar.stream(), part.stream(), done -> watch.reach(Phase.ENCRYPTING, done));
            } else {
                sealInParallel(message, tar, measured.size(), part, watch);
                tar.requireEnd();
            }
            if (order.verify()) {
                ReadBack.verify(message, part, progress);
            }
            watch.requireGoOn();
            progress.at(Phase.FINISHING, measured.size(), measured.size());
            long written = part.size();
            Optional<Blob> replaced = target.replaced();
            Optional<Path> published = part.publish(Traits.ofNew());
            if (published.isEmpty()) {
                return new FileResult.Skipped(sources.getFirst(), target.path());
            }
            register.add(
                    keyring, message.header().messageId(), measured.size(), published, order.rememberPaths(), replaced);
            var result = new FileResult.Written(
                    sources.getFirst(), published.get(), measured.size(), written, keyring.usedKey());
            return settle(result, tar, measured);
        }
    }

    /// Frames are filled one after the other, and sealed and written side by side.
    private static void sealInParallel(
            OutgoingMessage message, TarStream tar, long size, PartFile part, Watch watch) {
        var layout = message.layout(size);
        var turn = new Object();
        part.write(ByteBuffer.wrap(message.headerBytes()), 0);
        Workers.run(layout, () -> {
            var sealer = message.sealer();
            return buffers -> {
                watch.requireGoOn();
                OutgoingMessage.Frame frame;
                ByteBuffer plaintext;
                synchronized (turn) {
                    frame = message.claim();
                    if (frame.index() >= layout.frames()) {
                        return false;
                    }
                    plaintext = buffers.plaintext(layout.plaintextLength(frame.index()));
                    fill(tar, plaintext);
                }
                long index = frame.index();
                var sealed = buffers.message(layout.messageLength(index));
                sealer.seal(frame, layout.isFinal(index), plaintext.flip(), sealed);
                part.write(sealed.flip(), layout.messageOffset(index));
                watch.add(Phase.ENCRYPTING, layout.plaintextLength(index));
                return true;
            };
        });
    }

    private static void fill(TarStream tar, ByteBuffer plaintext) {
        try {
            tar.read(plaintext);
        } catch (IOException failure) {
            throw ArchiveException.unreadable(Failures.reason(failure));
        }
    }

    private FileResult settle(FileResult.Written written, TarStream tar, Measured measured) {
        var result = written;
        for (var left : measured.leftOut()) {
            result = result.with(new Problem(
                    left.file(), Kind.NOT_A_FILE, left.file() + " is not in the archive: " + left.why() + "."));
        }
        if (order.original() == Original.KEEP) {
            return result;
        }
        if (!measured.leftOut().isEmpty()) {
            return originals.stay(result, sources, Kind.NOT_A_FILE, "not everything is in the archive", "Move it yourself.");
        }
        if (!tar.isUnchanged(sources)) {
            return originals.stay(
                    result, sources, Kind.SOURCE_CHANGED, "it was changed after it had been read", "Encrypt it again.");
        }
        return originals.put(result, sources);
    }
}
