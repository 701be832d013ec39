package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.files.archive.Beginning;
import app.keyhold.files.archive.OneFile;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.FrameOpener;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/// Takes the frames of one encrypted file out into a file, a stream or nowhere.
///
/// @param headerSize where the first frame begins
record MessageOpening(IncomingMessage message, int headerSize, SourceFile source, Phase phase, Watch watch) {
    private static final int LONGEST_LOOKED_INTO = 1 << 20;

    static MessageOpening of(IncomingMessage message, SourceFile source, Phase phase, Watch watch) {
        return new MessageOpening(message, message.headerSize(), source, phase, watch);
    }

    /// Takes plaintext from several threads.
    interface Sink {
        void put(ByteBuffer plaintext, long position);

        /// A frame will never come.
        default void failed(Throwable why) {}
    }

    /// Finds a message that was cut off before anything is written. The end of a signed one with frames is found when it
    /// is reached.
    void requireEnd() {
        if (!message.header().framed()) {
            message.sizes(source.size(), source::read);
        } else if (!message.header().suite().signed()) {
            var layout = message.layout(source.size());
            var front = ByteBuffer.allocate(FrameLayout.FINAL_FRONT);
            source.read(front, layout.messageOffset(layout.regularFrames()));
            layout.requireFinal(front);
        }
    }

    /// The part file must not get its name unless this returns.
    long into(PartFile part) {
        if (!anyOrder()) {
            return inOrder(part.stream(), MessageStreams::decryptProvisionally);
        }
        part.expect(message.layout(source.size()).plaintextSize());
        return inParallel(part::write);
    }

    /// All of it is verified only once this returns.
    long into(PlaintextPipe pipe) {
        return anyOrder() ? inParallel(pipe) : inOrder(pipe.sink(), MessageStreams::decryptProvisionally);
    }

    /// Only the content of one file with its name; the front of it has been looked at.
    long into(PartFile part, OneFile file) {
        var window = new Window(file, part);
        part.expect(file.size());
        if (anyOrder()) {
            inParallel(window::put);
        } else {
            inOrder(window.sink(), MessageStreams::decryptProvisionally);
        }
        window.requireWhole();
        return file.size();
    }

    /// What the first frame tells of the content, authenticated by its tag. Others' messages with frames of unusual
    /// length are not looked into.
    Beginning beginning() {
        if (!message.header().framed() || message.header().frameLength() > LONGEST_LOOKED_INTO) {
            return Beginning.ofAnything();
        }
        int footer = message.sizes(source.size(), source::read).footer();
        var layout = message.layout(source.size() - footer);
        if (!Beginning.isPossible(layout.plaintextSize())) {
            return Beginning.ofAnything();
        }
        var sealed = ByteBuffer.allocate(layout.messageLength(0));
        var plaintext = ByteBuffer.allocate(layout.plaintextLength(0));
        source.read(sealed, layout.messageOffset(0));
        message.opener().open(1, layout.isFinal(0), sealed.flip(), plaintext, layout.messageOffset(0));
        return Beginning.of(Arrays.copyOf(plaintext.array(), Beginning.length(plaintext.position())), layout.plaintextSize());
    }

    /// In order; each frame is released once it is verified.
    long into(OutputStream out) {
        return inOrder(out, MessageStreams::decrypt);
    }

    /// Whether its frames can be opened each by itself: a signature is over everything in order, and what is sealed in
    /// one long piece needs a cipher that keeps none of it.
    boolean anyOrder() {
        return message.header().framed()
                && !message.header().suite().signed()
                && message.layout(source.size()).largestFrame() <= Workers.MEMORY;
    }

    /// Of a message whose frames can be opened in any order.
    Blob digest() {
        var digest = new FrameDigest();
        inParallel(digest::add);
        return digest.value();
    }

    /// Verifies everything and keeps nothing.
    long intoNothing() {
        return anyOrder()
                ? inParallel((_, _) -> {})
                : inOrder(OutputStream.nullOutputStream(), MessageStreams::decryptProvisionally);
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
                try {
                    open(opener, layout, index, buffers, sink);
                } catch (RuntimeException | Error failure) {
                    sink.failed(failure);
                    throw failure;
                }
                return true;
            };
        });
        return layout.plaintextSize();
    }

    private void open(FrameOpener opener, FrameLayout layout, long index, FrameBuffers buffers, Sink sink) {
        long offset = layout.messageOffset(index);
        var sealed = buffers.message(layout.messageLength(index));
        var plaintext = buffers.plaintext(layout.plaintextLength(index));
        source.read(sealed, offset);
        opener.open(index + 1, layout.isFinal(index), sealed.flip(), plaintext, offset);
        sink.put(plaintext.flip(), layout.plaintextOffset(index));
        watch.add(phase, layout.messageLength(index));
    }

    private interface InOrder {
        long decrypt(IncomingMessage message, InputStream in, OutputStream out, LongConsumer watch) throws IOException;
    }

    private long inOrder(OutputStream out, InOrder way) {
        try {
            return way.decrypt(message, source.stream(headerSize), out, done -> watch.reach(phase, done));
        } catch (IOException failure) {
            throw source.failures().reading(failure);
        }
    }
}
