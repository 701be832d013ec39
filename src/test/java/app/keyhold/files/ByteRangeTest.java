package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.BesideOthers;
import app.keyhold.files.FileException.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Some bytes out of an encrypted file.
@BesideOthers
class ByteRangeTest {
    private static final int FRAME = Encryption.FRAME_LENGTH;
    private static final int SIZE = 3 * FRAME + 1000;

    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private final FileService files = new FileService(door.client());

    static Stream<Arguments> ranges() {
        var ranges = new ArrayList<ByteRange>();
        for (long first : new long[] {0, 1, FRAME - 1, FRAME, 2 * FRAME + 7, SIZE - 1, SIZE}) {
            ranges.add(new ByteRange.From(first));
            for (long length : new long[] {1, 2, FRAME, FRAME + 1, SIZE, Long.MAX_VALUE - SIZE}) {
                ranges.add(new ByteRange.Between(first, first + length - 1));
            }
        }
        for (long count : new long[] {0, 1, 1000, 1001, FRAME, SIZE, SIZE + 1, Long.MAX_VALUE}) {
            ranges.add(new ByteRange.Last(count));
        }
        return ranges.stream().flatMap(range -> Stream.of(Arguments.of(range, false), Arguments.of(range, true)));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void comesOutAsItIsInThePlaintext(ByteRange range, boolean signed) throws Exception {
        Path file = encrypted(SIZE, signed);

        assertThat(opened(file, range)).isEqualTo(expected(range));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, FRAME, 2 * FRAME})
    void comesOutOfFilesThatEndWhereAFrameDoes(int size) throws Exception {
        Path file = encrypted(size, false);

        assertThat(opened(file, new ByteRange.From(0))).isEqualTo(plaintext(size));
        assertThat(opened(file, new ByteRange.From(size))).isEmpty();
        assertThat(opened(file, new ByteRange.Last(1))).hasSize(Math.min(size, 1));
    }

    @Test
    void isRefusedBehindTheEnd() throws Exception {
        Path file = encrypted(10, false);

        refused(Kind.REFUSED, file, new ByteRange.From(11), Allowances.none());
        refused(Kind.REFUSED, file, new ByteRange.Between(11, 12), Allowances.none());
    }

    @Test
    void needsNoFrameThatDoesNotHoldIt() throws Exception {
        Path file = encrypted(SIZE, false);
        byte[] message = Files.readAllBytes(file);
        int header = FileService.inspect(file).headerSize();
        message[header + FRAME + 32 + 100] ^= 1; // the second frame
        Files.write(file, message);

        assertThat(opened(file, new ByteRange.Between(0, FRAME - 1)))
                .isEqualTo(Arrays.copyOf(plaintext(SIZE), FRAME));
        assertThat(opened(file, new ByteRange.From(2 * FRAME))).hasSize(SIZE - 2 * FRAME);
        refused(Kind.DAMAGED, file, new ByteRange.Between(FRAME - 1, FRAME), Allowances.none());
    }

    /// The end that is asked for would be another one.
    @Test
    void isNotTakenFromAFileThatWasCutOffIfItReachesItsEnd() throws Exception {
        Path file = encrypted(SIZE, false);
        byte[] message = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(message, message.length - 10));

        refused(Kind.DAMAGED, file, new ByteRange.From(3 * FRAME), Allowances.none());
        refused(Kind.DAMAGED, file, new ByteRange.Last(10), Allowances.none());
        refused(Kind.DAMAGED, file, new ByteRange.Between(0, Long.MAX_VALUE), Allowances.none());
    }

    @Test
    void comesOutOfASignedFileOnlyOnceAllOfItIsVerifiedUnlessThatIsWaived() throws Exception {
        Path file = encrypted(SIZE, true);
        byte[] message = Files.readAllBytes(file);
        message[message.length - 1] ^= 1; // the signature
        Files.write(file, message);
        var range = new ByteRange.Between(5, 9);

        refused(Kind.DAMAGED, file, range, Allowances.none());
        var out = new ByteArrayOutputStream();
        files.decrypt(file, range, out, new Allowances(false, true), Progress.none());
        assertThat(out.toByteArray()).isEqualTo(expected(range));
    }

    private static byte[] expected(ByteRange range) {
        var span = range.within(SIZE).orElseThrow();
        return Arrays.copyOfRange(plaintext(SIZE), (int) span.start(), (int) span.end());
    }

    private byte[] opened(Path file, ByteRange range) {
        var out = new ByteArrayOutputStream();
        files.decrypt(file, range, out, Allowances.none(), Progress.none());
        return out.toByteArray();
    }

    private void refused(Kind kind, Path file, ByteRange range, Allowances allowed) {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> files.decrypt(file, range, out, allowed, Progress.none()))
                .isInstanceOfSatisfying(FileException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    private Path encrypted(int size, boolean signed) throws Exception {
        Path source = Files.write(folder.resolve("film"), plaintext(size));
        files.encrypt(EncryptOrder.of(source, Sealing.under(SmallDoor.ARN).signed(signed)).synced(false), Progress.none());
        return folder.resolve("film.khd");
    }

    private static byte[] plaintext(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
