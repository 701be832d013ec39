package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One byte more than an int can count two times over: a sparse file with something at its end, and all offsets beyond
/// where a sign would turn.
class LargeFileTest {
    private static final long SIZE = (1L << 31) + 1;
    private static final byte LAST = 7;

    @TempDir
    private Path folder;

    private final FileService files = new FileService(new SmallDoor().client());
    private Path source;

    @BeforeEach
    void writeSparse() throws IOException {
        source = folder.resolve("film");
        try (var file = new RandomAccessFile(source.toFile(), "rw")) {
            file.seek(SIZE - 1);
            file.write(LAST);
        }
    }

    @Test
    void goesThroughAStreamAndBack() throws IOException {
        try (var in = new PipedInputStream(1 << 20);
                InputStream plain = Files.newInputStream(source)) {
            var out = new PipedOutputStream(in);
            var sealing = CompletableFuture.runAsync(() -> {
                files.encrypt(plain, out, Sealing.under(SmallDoor.ARN), Progress.none());
                close(out);
            });
            var counted = new Counted();

            files.decrypt(in, counted, Allowances.none(), Progress.none());

            sealing.join();
            counted.requireWhole();
        }
    }

    @Test
    void isEncryptedIntoAFileAndComesOutOfIt() throws IOException {
        assumeTrue(Files.getFileStore(folder).getUsableSpace() > 2 * SIZE, "No room for it");
        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(false), Progress.none());
        Path file = folder.resolve("film.khd");

        assertThat(FileService.inspect(file).contentSize()).isEqualTo(SIZE);
        var end = new ByteArrayOutputStream();
        files.decrypt(file, new ByteRange.From(SIZE - 2), end, Allowances.none(), Progress.none());
        assertThat(end.toByteArray()).containsExactly(0, LAST);
        Files.delete(source);
        files.decrypt(DecryptOrder.of(file).synced(false), Progress.none());
        Files.delete(file);
        var counted = new Counted();
        try (InputStream in = Files.newInputStream(source)) {
            in.transferTo(counted);
        }
        counted.requireWhole();
    }

    @Test
    void doesNotFillMemoryWithItsMessage() throws Exception {
        KernelView.requireExt4(folder);
        try (var file = new RandomAccessFile(source.toFile(), "rw")) {
            file.setLength(SIZE / 2);
        }
        Path message = folder.resolve("film.khd");

        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN)).synced(true), Progress.none());

        assertThat(KernelView.bytesInMemory(message)).isLessThan(Files.size(message) / 2);
    }

    private static void close(OutputStream out) {
        try {
            out.close();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Only zeros, but for the last byte.
    private static final class Counted extends OutputStream {
        private static final byte[] ZEROS = new byte[1 << 20];

        private long count;
        private byte last;
        private boolean onlyZeros = true;

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            for (int done = 0; done < length; ) {
                int part = Math.min(length - done, ZEROS.length);
                var before = ByteBuffer.wrap(bytes, offset + done, part);
                boolean reachesEnd = count + part == SIZE;
                int zeros = reachesEnd ? part - 1 : part;
                onlyZeros &= before.slice(before.position(), zeros).mismatch(ByteBuffer.wrap(ZEROS, 0, zeros)) < 0;
                last = bytes[offset + done + part - 1];
                count += part;
                done += part;
            }
        }

        void requireWhole() {
            assertThat(count).isEqualTo(SIZE);
            assertThat(onlyZeros).isTrue();
            assertThat(last).isEqualTo(LAST);
        }
    }
}
