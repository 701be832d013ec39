package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageStreams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;

/// Takes the frames of one encrypted file out into a file, a stream or nowhere.
///
/// @param headerSize where the first frame begins
record MessageOpening(IncomingMessage message, int headerSize, SourceFile source, Phase phase, Watch watch) {
    static MessageOpening of(IncomingMessage message, SourceFile source, Phase phase, Watch watch) {
        return new MessageOpening(message, message.headerSize(), source, phase, watch);
    }

    private interface Sink {
        void put(ByteBuffer plaintext, long position);
    }

    /// Finds a message that was cut off before anything is written. The end of a signed one is found when it is
    /// reached.
    void requireEnd() {
        if (!message.header().suite().signed()) {
            var layout = message.layout(source.size());
            var front = ByteBuffer.allocate(FrameLayout.FINAL_FRONT);
            source.read(front, layout.messageOffset(layout.regularFrames()));
            layout.requireFinal(front);
        }
    }

    long into(PartFile part) {
        return message.header().suite().signed() ? inOrder(part.stream()) : inParallel(part::write);
    }

    /// In order; each frame is released once it is verified.
    long into(OutputStream out) {
        return inOrder(out);
    }

    /// Of an unsigned message.
    Blob digest() {
        var digest = new FrameDigest();
        inParallel(digest::add);
        return digest.value();
    }

    /// Verifies everything and keeps nothing.
    long intoNothing() {
        return message.header().suite().signed()
                ? inOrder(OutputStream.nullOutputStream())
                : inParallel((_, _) -> {});
    }

    private long inParallel(Sink sink) {
        var layout = message.layout(source.size());
        var next = new AtomicLong();
        Workers.run(layout, () -> {
            var opener = message.opener();
            return buffers -> {
                watch.requireGoOn();
                long index = next.getAndIncrement();
                if (index >= layout.frames()) {
                    return false;
                }
                long offset = layout.messageOffset(index);
                var sealed = buffers.message(layout.messageLength(index));
                var plaintext = buffers.plaintext(layout.plaintextLength(index));
                source.read(sealed, offset);
                opener.open(index + 1, layout.isFinal(index), sealed.flip(), plaintext, offset);
                sink.put(plaintext.flip(), layout.plaintextOffset(index));
                watch.add(phase, layout.messageLength(index));
                return true;
            };
        });
        return layout.plaintextSize();
    }

    private long inOrder(OutputStream out) {
        try {
            return MessageStreams.decrypt(
                    message, source.stream(headerSize), out, done -> watch.reach(phase, done));
        } catch (IOException failure) {
            throw source.failures().reading(failure);
        }
    }
}
