package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.LongHashes;
import app.keyhold.files.FileException.Kind;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.CiphertextBlob;
import app.keyhold.message.AlgorithmSuite;
import app.keyhold.message.CommitmentPolicy;
import app.keyhold.message.EncryptedDataKey;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.HeaderReader;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageException;
import app.keyhold.message.MessageStreams;
import app.keyhold.message.OutgoingMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Streams one encrypted file into a new one under a fresh data key; once that was read back and holds the same, it takes
/// the old one's place in one step. Wrapping the old data key anew would be quicker, but needs a new header, and a second
/// header under one data key gives its authentication key away.
final class Reencryption {
    private final Client client;
    private final FileRegister register;
    private final ReencryptOrder order;
    private final Progress progress;

    Reencryption(Client client, FileRegister register, ReencryptOrder order, Progress progress) {
        this.client = client;
        this.register = register;
        this.order = order;
        this.progress = progress;
    }

    FileResult run() {
        try (var source = SourceFile.open(order.source())) {
            var watch = new Watch(progress, source.failures(), source.size());
            watch.begin(Phase.OPENING);
            var header = HeaderReader.read(source.stream(0));
            var opening = KmsKeyring.opening(client, source.failures());
            try (var old = IncomingMessage.open(
                    header, opening, CommitmentPolicy.allowingUncommitted(order.allowUncommitted()))) {
                return reseal(source, old, opening, watch);
            }
        } catch (MessageException refused) {
            throw Failures.of(order.source()).message(refused);
        } catch (IOException failure) {
            throw Failures.of(order.source()).reading(failure);
        }
    }

    /// Unless others are named, all that open it now: none of them may lose it by the way.
    private List<String> recipients(IncomingMessage old, KmsKeyring opening, Failures failures) {
        var wrapped = old.header().dataKeys();
        if (!order.keyIds().isEmpty()) {
            return order.keyIds();
        }
        if (wrapped.size() == 1) {
            return List.of(opening.usedKey());
        }
        if (!wrapped.stream().allMatch(EncryptedDataKey::isAwsKms)) {
            throw failures.of(
                    Kind.REFUSED,
                    failures.name() + " opens under keys that are no key management service's, and would not any more.",
                    "Name the keys it shall open under.");
        }
        return wrapped.stream()
                .map(EncryptedDataKey::keyArn)
                .map(KmsKeyring::nameHere)
                .toList();
    }

    private FileResult reseal(SourceFile source, IncomingMessage old, KmsKeyring opening, Watch watch)
            throws IOException {
        MessageOpening.of(old, source, Phase.ENCRYPTING, watch).requireEnd();
        var sealing = KmsKeyring.sealing(
                client, recipients(old, opening, source.failures()), source.failures());
        boolean signed = old.header().suite().signed();
        try (var fresh = OutgoingMessage.begin(
                sealing, AlgorithmSuite.of(signed), context(old), Encryption.FRAME_LENGTH)) {
            if (order.onlyOlder() && isCurrent(old, fresh, opening, sealing)) {
                remember(sealing, old.header().messageId(), contentSize(old, source), Optional.empty());
                return new FileResult.Current(order.source(), sealing.usedKey());
            }
            return write(source, old, fresh, sealing, watch);
        }
    }

    private static boolean isCurrent(
            IncomingMessage old, OutgoingMessage fresh, KmsKeyring opening, KmsKeyring sealing) {
        var before = old.header().dataKeys();
        var now = fresh.header().dataKeys();
        if (!old.header().suite().committing()) {
            return false;
        }
        if (before.size() == 1 && now.size() == 1) {
            return sealing.usedKey().equals(opening.usedKey())
                    && sealing.usedMaterial().equals(opening.usedMaterial());
        }
        return before.size() == now.size() && materials(before).equals(materials(now));
    }

    /// Of each wrapped data key what it says it is wrapped under; the header it stands in is authentic.
    private static Set<String> materials(List<EncryptedDataKey> wrapped) {
        return wrapped.stream()
                .map(key -> CiphertextBlob.parse(key.ciphertext())
                        .map(blob -> blob.keyId() + " " + blob.materialId())
                        .orElse(""))
                .collect(Collectors.toSet());
    }

    private FileResult write(
            SourceFile source, IncomingMessage old, OutgoingMessage fresh, KmsKeyring sealing, Watch watch)
            throws IOException {
        var target = new Target(source.path().toAbsolutePath(), Collision.REPLACE);
        long contentSize = contentSize(old, source);
        target.prepare(FrameLayout.ofPlaintext(Encryption.ALLOWANCE, Encryption.FRAME_LENGTH, contentSize)
                .messageSize());
        try (var part = PartFile.create(target, order.sync(), progress, fresh.header().messageId())) {
            watch.begin(Phase.ENCRYPTING);
            boolean frameByFrame =
                    !old.header().suite().signed() && old.header().frameLength() == Encryption.FRAME_LENGTH;
            Blob sealed = frameByFrame
                    ? inParallel(source, old, fresh, part, watch)
                    : inOrder(source, old, fresh, part, watch);
            if (!readBack(fresh, part, frameByFrame).equals(sealed)) {
                throw Failures.of(part.path()).badlyWritten();
            }
            source.requireUnchanged();
            watch.requireGoOn();
            progress.at(Phase.FINISHING, source.size(), source.size());
            long written = part.size();
            var traits = source.traits();
            source.close(); // Windows replaces no open file
            part.publish(traits);
            remember(sealing, fresh.header().messageId(), contentSize, Optional.of(old.header().messageId()));
            return new FileResult.Written(
                    order.source(), order.source(), source.size(), written, sealing.usedKey());
        }
    }

    /// @return a digest of the plaintext as it was sealed
    private static Blob inParallel(
            SourceFile source,
            IncomingMessage old,
            OutgoingMessage fresh,
            PartFile part,
            Watch watch) {
        var from = old.layout(source.size());
        byte[] header = fresh.headerBytes();
        var to = new FrameLayout(header.length, from.frameLength(), from.regularFrames(), from.finalLength());
        var digest = new FrameDigest();
        part.expect(to.messageSize());
        part.write(ByteBuffer.wrap(header), 0);
        Workers.run(from, () -> {
            var opener = old.opener();
            var sealer = fresh.sealer();
            return buffers -> {
                watch.requireGoOn();
                var frame = fresh.claim();
                long index = frame.index();
                if (index >= from.frames()) {
                    return false;
                }
                long offset = from.messageOffset(index);
                var sealed = buffers.message(from.messageLength(index));
                var plaintext = buffers.plaintext(from.plaintextLength(index));
                source.read(sealed, offset);
                opener.open(index + 1, from.isFinal(index), sealed.flip(), plaintext, offset);
                digest.add(plaintext.flip(), from.plaintextOffset(index));
                sealed = buffers.message(to.messageLength(index));
                sealer.seal(frame, to.isFinal(index), plaintext, sealed);
                part.write(sealed.flip(), to.messageOffset(index));
                watch.add(Phase.ENCRYPTING, from.messageLength(index));
                return true;
            };
        });
        return digest.value();
    }

    /// For signatures, which are over everything in order, and for messages that others made with other frames.
    private static Blob inOrder(
            SourceFile source, IncomingMessage old, OutgoingMessage fresh, PartFile part, Watch watch)
            throws IOException {
        var digest = LongHashes.sha256();
        var plaintext = MessageStreams.plaintext(old, source.stream(old.headerSize()));
        MessageStreams.encrypt(
                fresh,
                new DigestInputStream(plaintext, digest),
                part.stream(),
                done -> watch.reach(Phase.ENCRYPTING, done));
        return Blob.of(digest.digest());
    }

    private static long contentSize(IncomingMessage old, SourceFile source) {
        return old.sizes(source.size(), source::read).content();
    }

    private Blob readBack(OutgoingMessage fresh, PartFile part, boolean frameByFrame) {
        return ReadBack.read(fresh, part, progress, frameByFrame ? MessageOpening::digest : opening -> {
            var digest = LongHashes.sha256();
            opening.into(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return Blob.of(digest.digest());
        });
    }

    private void remember(KmsKeyring sealing, Blob messageId, long contentSize, Optional<Blob> replaced) {
        register.add(
                sealing, messageId, contentSize, Optional.of(order.source()), order.rememberPath(), replaced);
    }

    /// What belongs to the format is made anew.
    private static Map<String, String> context(IncomingMessage old) {
        return old.header().context().entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(OutgoingMessage.RESERVED_PREFIX))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
