package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Any bytes at all: a message or a [MessageException], and no more memory than they are worth. [MessageSeedsTest] tries
/// what was found before; `packaging/fuzz/messages.sh` looks for more, guided by coverage.
public final class MessageFuzz {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Bytes that a cipher, a signature and a header of the largest size may take, whatever comes.
    private static final long SET_UP = 8 << 20;

    private static final int MOST_PER_BYTE = 64;

    private MessageFuzz() {}

    /// Jazzer's way in.
    public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
        readsAHeaderOrRefusesIt(bytes);
        opensAMessageOrRefusesIt(bytes);
        opensTheSameInOrderAndAtAnyPlace(bytes);
    }

    static void readsAHeaderOrRefusesIt(byte[] bytes) throws IOException {
        withinBounds(bytes, () -> {
            var in = new ByteArrayInputStream(bytes);
            var read = HeaderReader.read(in);
            byte[] taken = joined(read);
            assertThat(bytes.length - in.available()).isEqualTo(read.size());
            assertThat(taken).isEqualTo(Arrays.copyOf(bytes, taken.length));
        });
    }

    static void opensAMessageOrRefusesIt(byte[] bytes) throws IOException {
        withinBounds(bytes, () -> {
            var healed = HealedMessage.of(bytes);
            inOrder(healed.bytes(), healed);
        });
    }

    /// In order from a stream, or where its length says the parts are: one finds what the other does.
    static void opensTheSameInOrderAndAtAnyPlace(byte[] bytes) throws IOException {
        withinBounds(bytes, () -> {
            var healed = HealedMessage.of(bytes);
            var header = HeaderReader.read(new ByteArrayInputStream(healed.bytes()));
            if (header.header().suite().signed()) {
                return;
            }
            var inOrder = maybe(() -> inOrder(healed.bytes(), healed));
            if (inOrder.isPresent()) {
                var sizes = MessageSizes.of(
                        header,
                        healed.bytes().length,
                        (buffer, from) -> buffer.put(healed.bytes(), (int) from, buffer.remaining()));
                assertThat(sizes.content()).isEqualTo(inOrder.get().length);
                assertThat(sizes.header() + sizes.body() + sizes.footer()).isEqualTo(healed.bytes().length);
            }
            if (header.header().framed()) {
                var atAnyPlace = maybe(() -> atAnyPlace(healed.bytes(), healed));
                assertThat(atAnyPlace.map(ByteBuffer::wrap)).isEqualTo(inOrder.map(ByteBuffer::wrap));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private interface Opening {
        byte[] open() throws IOException;
    }

    private static void withinBounds(byte[] bytes, Work work) throws IOException {
        long most = SET_UP + (long) MOST_PER_BYTE * bytes.length;
        if (allocatedBy(work) > most) {
            // Classes may have been loaded; they are not loaded twice.
            assertThat(allocatedBy(work)).isLessThanOrEqualTo(most);
        }
    }

    private static long allocatedBy(Work work) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            work.run();
        } catch (MessageException refused) {
            assertThat(refused.offset()).isNotNegative();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static Optional<byte[]> maybe(Opening opening) throws IOException {
        try {
            return Optional.of(opening.open());
        } catch (MessageException refused) {
            return Optional.empty();
        }
    }

    private static byte[] inOrder(byte[] bytes, Keyring keyring) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        var out = new ByteArrayOutputStream();
        try (var message = open(in, keyring)) {
            MessageStreams.decrypt(message, in, out, _ -> {});
        }
        return out.toByteArray();
    }

    private static byte[] atAnyPlace(byte[] bytes, Keyring keyring) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        try (var message = open(in, keyring)) {
            var layout = message.layout(bytes.length);
            byte[] plaintext = new byte[(int) layout.plaintextSize()];
            var opener = message.opener();
            for (long index = layout.regularFrames(); index >= 0; index--) {
                int offset = (int) layout.messageOffset(index);
                opener.open(
                        index + 1,
                        layout.isFinal(index),
                        ByteBuffer.wrap(bytes, offset, layout.messageLength(index)),
                        ByteBuffer.wrap(plaintext).position((int) layout.plaintextOffset(index)),
                        offset);
            }
            return plaintext;
        }
    }

    private static IncomingMessage open(ByteArrayInputStream in, Keyring keyring) throws IOException {
        return IncomingMessage.open(
                HeaderReader.read(in), keyring, CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT);
    }

    private static byte[] joined(ReadHeader read) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(read.body().toByteArray());
        out.writeBytes(read.iv().toByteArray());
        out.writeBytes(read.tag().toByteArray());
        return out.toByteArray();
    }
}
