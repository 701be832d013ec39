package app.keyhold.files;

import app.keyhold.files.ByteRange.Span;
import app.keyhold.files.FileException.Kind;
import app.keyhold.message.FrameLayout;
import app.keyhold.message.IncomingMessage;
import app.keyhold.message.MessageStreams;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;

/// Takes some bytes out of one encrypted file: only the frames that hold them are read, and the last one where its end
/// matters, so that nothing cut off passes for the end. What is sealed in one piece is opened whole.
record RangeOpening(IncomingMessage message, SourceFile source, Watch watch) {
    void into(OutputStream out, ByteRange range) throws IOException {
        long size = message.sizes(source.size(), source::read).content();
        var span = range.within(size).orElseThrow(() -> source.failures()
                .of(
                        Kind.REFUSED,
                        String.format(
                                Locale.ROOT, "%s holds %,d bytes, fewer than are asked for.", source.failures().name(), size),
                        "Ask for bytes that are there."));
        if (message.header().framed() && message.header().frameLength() <= Workers.MEMORY) {
            frames(out, span);
        } else {
            var cut = new CutOut(out, span);
            MessageStreams.decrypt(
                    message, source.stream(message.headerSize()), cut, done -> watch.reach(Phase.DECRYPTING, done));
        }
    }

    private void frames(OutputStream out, Span span) throws IOException {
        var layout = message.layout(source.size(), source::read);
        var opener = message.opener();
        var sealed = ByteBuffer.allocate(layout.largestFrame());
        var plaintext = ByteBuffer.allocate(layout.largestPlaintext());
        long last = span.toTheEnd() ? layout.regularFrames() : frameOf(span.end() - 1, layout);
        for (long index = frameOf(span.start(), layout); index <= last; index++) {
            watch.requireGoOn();
            long offset = layout.messageOffset(index);
            source.read(sealed.clear().limit(layout.messageLength(index)), offset);
            opener.open(index + 1, layout.isFinal(index), sealed.flip(), plaintext.clear(), offset);
            long position = layout.plaintextOffset(index);
            new CutOut(out, span, position).write(plaintext.array(), 0, plaintext.position());
            watch.add(Phase.DECRYPTING, layout.messageLength(index));
        }
        Arrays.fill(plaintext.array(), (byte) 0);
    }

    /// A message may end with a frame of no bytes, and then an end of its plaintext is in none.
    private static long frameOf(long position, FrameLayout layout) {
        return Math.min(position / layout.frameLength(), layout.regularFrames());
    }

    /// Lets the bytes of a span through.
    private static final class CutOut extends OutputStream {
        private final OutputStream out;
        private final Span span;
        private long position;

        private CutOut(OutputStream out, Span span) {
            this(out, span, 0);
        }

        /// @param position of the first byte that comes
        private CutOut(OutputStream out, Span span, long position) {
            this.out = out;
            this.span = span;
            this.position = position;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            long from = Math.clamp(span.start() - position, 0, length);
            long to = Math.clamp(span.end() - position, 0, length);
            if (from < to) {
                out.write(bytes, offset + (int) from, (int) (to - from));
            }
            position += length;
        }
    }
}
