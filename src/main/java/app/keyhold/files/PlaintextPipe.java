package app.keyhold.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Hands frames that several threads open to one that reads them in order. It holds one frame: a thread waits with its own
/// until its turn has come and the one before was read.
final class PlaintextPipe extends InputStream implements MessageOpening.Sink {
    private ByteBuffer frame = ByteBuffer.allocate(0).flip();
    private long position;
    private boolean ended;
    private boolean closed;
    private Optional<RuntimeException> abandoned = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    /// Thrown in threads whose frames nobody wants any more.
    static final class Closed extends RuntimeException {
        Closed() {
            super("Nobody reads any more");
        }
    }

    /// Waits until all before it was read.
    @Override
    public synchronized void put(ByteBuffer plaintext, long at) {
        await(() -> abandoned.isPresent() || (position == at && !frame.hasRemaining()));
        if (abandoned.isPresent()) {
            throw new Closed();
        }
        int length = plaintext.remaining();
        if (frame.capacity() < length) {
            wipe();
            frame = ByteBuffer.allocate(length);
        }
        frame.clear().put(plaintext).flip();
        position += length;
        notifyAll();
    }

    /// A frame is missing for good, so nobody waits for its turn any more.
    @Override
    public synchronized void failed(Throwable why) {
        abandoned = abandoned.or(() -> Optional.of(unchecked(why)));
        notifyAll();
    }

    /// For frames that come in order.
    OutputStream sink() {
        return new OutputStream() {
            private long written;

            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                put(ByteBuffer.wrap(bytes, offset, length), written);
                written += length;
            }
        };
    }

    /// Nothing comes any more, and everything was verified.
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /// Nothing comes any more; whoever reads is told why.
    synchronized void fail(Throwable why) {
        failure = Optional.of(why instanceof Closed ? abandoned.orElseGet(Closed::new) : unchecked(why));
        end();
    }

    private static RuntimeException unchecked(Throwable why) {
        return why instanceof RuntimeException failure ? failure : new IllegalStateException(why);
    }

    private interface Condition {
        boolean holds();
    }

    private synchronized void await(Condition condition) {
        boolean interrupted = false;
        while (!condition.holds() && !closed) {
            try {
                wait();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (closed) {
            throw new Closed();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public synchronized int read(byte[] bytes, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        await(() -> ended || frame.hasRemaining());
        if (!frame.hasRemaining()) {
            failure.ifPresent(why -> {
                throw why;
            });
            return -1;
        }
        int count = Math.min(length, frame.remaining());
        frame.get(bytes, offset, count);
        if (!frame.hasRemaining()) {
            notifyAll();
        }
        return count;
    }

    @Override
    public synchronized void close() {
        closed = true;
        wipe();
        notifyAll();
    }

    private void wipe() {
        Arrays.fill(frame.array(), (byte) 0);
    }
}
