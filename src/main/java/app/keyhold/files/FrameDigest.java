package app.keyhold.files;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.LongHashes;
import java.nio.ByteBuffer;

/// What a plaintext is known by, in whatever order its frames come: the sum without carry of the SHA-256 of each place
/// and what is there. People who change something are stopped by the frames' tags; this is for memory that turns a bit
/// between the opening of a frame and its sealing. Thread-safe.
final class FrameDigest {
    private static final int BYTES = 32;

    private final byte[] sum = new byte[BYTES];

    /// @param position of the first byte in the whole plaintext
    void add(ByteBuffer plaintext, long position) {
        var digest = LongHashes.sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(position).flip());
        digest.update(plaintext.duplicate());
        byte[] frame = digest.digest();
        synchronized (sum) {
            for (int i = 0; i < BYTES; i++) {
                sum[i] ^= frame[i];
            }
        }
    }

    Blob value() {
        synchronized (sum) {
            return Blob.of(sum.clone());
        }
    }
}
