package app.keyhold.crypto;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/// Bytes that must not stay in memory: kept off the heap, where the collector makes no copies, and overwritten on
/// [#close].
///
/// [#use] lends a heap copy for the length of one call, because JCA takes arrays, and wipes it afterwards. Safe for use
/// by several threads; after [#close] every access throws [IllegalStateException].
public final class SecretBytes implements AutoCloseable {
    private final MemorySegment memory;
    private final int length;
    private boolean destroyed;

    private SecretBytes(int length) {
        this.length = length;
        this.memory = Arena.ofAuto().allocate(Math.max(length, 1));
    }

    /// Moves `bytes` off the heap and wipes the array.
    public static SecretBytes takeOver(byte[] bytes) {
        try {
            return copyOf(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// Leaves `bytes` as it is; the caller goes on owning and wiping it.
    public static SecretBytes copyOf(byte[] bytes) {
        var secret = new SecretBytes(bytes.length);
        MemorySegment.copy(bytes, 0, secret.memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
        return secret;
    }

    public int length() {
        return length;
    }

    /// Lends a copy of the bytes; `work` must not keep it, it is wiped when `work` returns or throws.
    public <T> T use(Function<byte[], T> work) {
        byte[] lent = exposed();
        try {
            return work.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /// A heap copy that the caller must wipe: for the few places, such as an answer on the wire, that must hand bytes
    /// on.
    public synchronized byte[] exposed() {
        requireAlive();
        byte[] copy = new byte[length];
        MemorySegment.copy(memory, ValueLayout.JAVA_BYTE, 0, copy, 0, length);
        return copy;
    }

    /// Writes the bytes into `target` at its position.
    public synchronized void writeTo(ByteBuffer target) {
        requireAlive();
        target.put(memory.asSlice(0, length).asByteBuffer());
    }

    public SecretBytes copy() {
        return use(SecretBytes::copyOf);
    }

    /// In constant time for equal lengths.
    public boolean sameAs(SecretBytes other) {
        return use(mine -> other.use(theirs -> MessageDigest.isEqual(mine, theirs)));
    }

    public synchronized boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public synchronized void close() {
        memory.fill((byte) 0);
        destroyed = true;
    }

    private void requireAlive() {
        if (destroyed) {
            throw new IllegalStateException("This secret has been wiped");
        }
    }

    @Override
    public String toString() {
        return "SecretBytes[" + length + "]";
    }
}
