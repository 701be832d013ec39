package app.keyhold.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.function.ObjLongConsumer;

/// Messages from front to back in one thread: for streams, whose end is not known, and for signed messages, whose
/// signature is computed in order.
public final class MessageStreams {
    private MessageStreams() {}

    /// Writes the whole message: header, frames, footer.
    ///
    /// @param watch told the plaintext bytes so far after every frame; may throw to stop
    /// @return bytes of plaintext
    public static long encrypt(OutgoingMessage message, InputStream in, OutputStream out, LongConsumer watch)
            throws IOException {
        var header = ByteBuffer.wrap(message.headerBytes());
        var signer = message.signer();
        emit(header, out, message);
        int frameLength = message.header().frameLength();
        var sealer = message.sealer();
        byte[] current = new byte[frameLength];
        byte[] ahead = new byte[frameLength];
        byte[] sealed = new byte[frameLength + FrameLayout.FINAL_OVERHEAD];
        long total = 0;
        int length = in.readNBytes(current, 0, frameLength);
        boolean isFinal;
        do {
            // Only the byte after a full frame tells whether it was the last.
            int next = length < frameLength ? 0 : in.readNBytes(ahead, 0, frameLength);
            isFinal = next == 0;
            var frame = ByteBuffer.wrap(sealed);
            sealer.seal(message.claim(), isFinal, ByteBuffer.wrap(current, 0, length), frame);
            emit(frame.flip(), out, message);
            total += length;
            watch.accept(total);
            byte[] spent = current;
            current = ahead;
            ahead = spent;
            length = next;
        } while (!isFinal);
        if (signer.isPresent()) {
            byte[] signature = signer.get().sign();
            // Spec: message-footer.md, signature length and signature
            out.write(ByteBuffer.allocate(2 + signature.length)
                    .putShort((short) signature.length)
                    .put(signature)
                    .array());
        }
        Arrays.fill(current, (byte) 0);
        Arrays.fill(ahead, (byte) 0);
        return total;
    }

    /// Reads the message behind its header, releasing each frame once its tag is verified, and a body without frames once
    /// all of it is. Only a normal return says that the message was complete, and its signature right where it has one.
    ///
    /// @param in stands at the body
    /// @param watch told the message bytes so far after every frame; may throw to stop
    /// @return bytes of plaintext
    /// @throws MessageException if the message is damaged, truncated or followed by anything; of kind TOO_LONG if more than
    ///     64 MiB of it are sealed in one piece
    public static long decrypt(IncomingMessage message, InputStream in, OutputStream out, LongConsumer watch)
            throws IOException {
        return decrypt(BodyReader.verified(message, in), out, watch);
    }

    /// The same into something that is thrown away unless this returns, whatever the length of what is sealed in one
    /// piece: of a long one bytes come out before its tag is seen.
    public static long decryptProvisionally(
            IncomingMessage message, InputStream in, OutputStream out, LongConsumer watch) throws IOException {
        return decrypt(BodyReader.provisional(message, in), out, watch);
    }

    /// Finds before anything is read that [#decrypt] would refuse it.
    ///
    /// @param size of the whole message
    /// @param read fills the buffer with the message's bytes from a position on
    /// @throws MessageException of kind TOO_LONG
    public static void requireReleasable(IncomingMessage message, long size, ObjLongConsumer<ByteBuffer> read) {
        boolean framed = message.header().framed();
        if (framed && message.header().frameLength() <= BodyReader.MOST_HELD) {
            return;
        }
        long content = message.sizes(size, read).content();
        if ((framed ? Math.min(content, message.header().frameLength()) : content) > BodyReader.MOST_HELD) {
            throw BodyReader.tooLong(message.headerSize());
        }
    }

    private static long decrypt(BodyReader reader, OutputStream out, LongConsumer watch) throws IOException {
        long total = 0;
        while (reader.next()) {
            var plaintext = reader.plaintext();
            out.write(plaintext.array(), plaintext.position(), plaintext.remaining());
            total += plaintext.remaining();
            watch.accept(reader.position());
        }
        reader.finish();
        return total;
    }

    /// The plaintext of a message behind its header, to be pulled, as [#decryptProvisionally] gives it. It ends only if
    /// the message was complete and its signature right where it has one; otherwise reading throws a
    /// [MessageException].
    ///
    /// @param in stands at the body
    public static InputStream plaintext(IncomingMessage message, InputStream in) {
        return new PlaintextStream(BodyReader.provisional(message, in));
    }

    private static void emit(ByteBuffer bytes, OutputStream out, OutgoingMessage message) throws IOException {
        message.signer().ifPresent(signer -> signer.update(bytes.duplicate()));
        out.write(bytes.array(), bytes.position(), bytes.remaining());
    }
}
