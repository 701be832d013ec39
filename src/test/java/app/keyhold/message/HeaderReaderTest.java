package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.crypto.Blob;
import app.keyhold.message.MessageException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderReaderTest {
    private static final Header HEADER = new Header(
            AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT,
            Blob.of(new byte[32]),
            Map.of("a", "1"),
            List.of(EncryptedDataKey.awsKms("arn", Blob.of(new byte[] {7}))),
            4096,
            Blob.of(new byte[32]));

    /// version 1, suite 2, message id 32, context length 2, count 2, "a" 3, "1" 3, count 2, "aws-kms" 9, "arn" 5, key 3
    private static final int CONTENT_TYPE_OFFSET = 64;

    @Test
    void readsWhatWasWritten() throws Exception {
        assertThat(HeaderReader.read(in(bytes())).header()).isEqualTo(HEADER);
    }

    @Test
    void takesNotOneByteMoreThanTheHeader() throws Exception {
        byte[] bytes = bytes();
        var in = in(Arrays.copyOf(bytes, bytes.length + 5));

        HeaderReader.read(in);

        assertThat(in.available()).isEqualTo(5);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("version 1 of another type", Kind.NOT_A_MESSAGE, change(0, 0x01, 0x81)),
                Arguments.of("a committed suite in version 1", Kind.NOT_A_MESSAGE, change(0, 0x01, 0x80, 0x04, 0x78)),
                Arguments.of("version 3", Kind.NOT_A_MESSAGE, change(0, 0x03)),
                Arguments.of("an uncommitted suite in version 2", Kind.NOT_A_MESSAGE, change(1, 0x03, 0x78)),
                Arguments.of("an unknown suite", Kind.NOT_A_MESSAGE, change(1, 0x12, 0x34)),
                Arguments.of("a context that counts nothing", Kind.DAMAGED, change(37, 0, 0)),
                Arguments.of("a context that counts too many", Kind.DAMAGED, change(37, 0, 2)),
                Arguments.of("a context longer than its entries", Kind.DAMAGED, change(43, 0, 0)),
                Arguments.of("a context key longer than the context", Kind.DAMAGED, change(39, 0xFF, 0xFF)),
                Arguments.of("a context key that is no UTF-8", Kind.DAMAGED, change(41, 0xFF)),
                Arguments.of("no wrapped data key", Kind.DAMAGED, change(45, 0, 0)),
                Arguments.of("no frames, but a frame length", Kind.DAMAGED, change(CONTENT_TYPE_OFFSET, 1)),
                Arguments.of("an unknown content type", Kind.DAMAGED, change(CONTENT_TYPE_OFFSET, 3)),
                Arguments.of("frames of no length", Kind.DAMAGED, change(CONTENT_TYPE_OFFSET + 1, 0, 0, 0, 0)),
                Arguments.of("frames above 1 GiB", Kind.UNSUPPORTED, change(CONTENT_TYPE_OFFSET + 1, 0x40, 0, 0, 1)),
                Arguments.of("frames of 4 GiB", Kind.UNSUPPORTED, change(CONTENT_TYPE_OFFSET + 1, 0xFF)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void malformed(String what, Kind kind, UnaryOperator<byte[]> change) {
        assertThatThrownBy(() -> HeaderReader.read(in(change.apply(bytes()))))
                .as(what)
                .isInstanceOfSatisfying(
                        MessageException.class, refused -> assertThat(refused.kind()).isEqualTo(kind));
    }

    @Test
    void refusesAContextThatNamesAKeyTwice() {
        assertThatThrownBy(() -> decode("a", "1", "a", "2")).hasMessageContaining("names a key twice");
    }

    @Test
    void takesAContextInWhateverOrderItWasWritten() {
        assertThat(decode("b", "1", "a", "2")).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"));
    }

    @Test
    void knowsTheBase64OfAMessage() {
        byte[] text = Base64.getEncoder().encode(bytes());

        assertThatThrownBy(() -> HeaderReader.read(in(text))).hasMessageContaining("base64");
    }

    @Test
    void stopsReadingAtOneMebibyteHoweverManyKeysAreAnnounced() {
        byte[] front = Arrays.copyOf(bytes(), 47);
        front[45] = (byte) 0xFF;
        front[46] = (byte) 0xFF;
        var endless = new Endless(front);

        assertThatThrownBy(() -> HeaderReader.read(endless)).hasMessage("The header is longer than 1 MiB");
        assertThat(endless.given).isLessThanOrEqualTo(HeaderLayout.MAX_HEADER_BYTES);
    }

    @Test
    void answersAnyBytesWithAHeaderOrItsOwnException() {
        var random = new Random(4711);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = bytes();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            var thrown = catchThrowable(() -> HeaderReader.read(in(bytes)));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(MessageException.class);
            }
        }
    }

    private static Map<String, String> decode(String... entries) {
        var out = ByteBuffer.allocate(100).putShort((short) (entries.length / 2));
        for (String entry : entries) {
            out.putShort((short) entry.length()).put(entry.getBytes(StandardCharsets.UTF_8));
        }
        return ContextCodec.decode(out.flip(), 0);
    }

    private static byte[] bytes() {
        byte[] body = HeaderWriter.body(HEADER);
        return Arrays.copyOf(body, body.length + HeaderLayout.TAG_BYTES);
    }

    private static UnaryOperator<byte[]> change(int offset, int... to) {
        return bytes -> {
            for (int i = 0; i < to.length; i++) {
                bytes[offset + i] = (byte) to[i];
            }
            return bytes;
        };
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    /// Some bytes, then 00 01 for ever: one-byte fields without end.
    private static final class Endless extends InputStream {
        private final byte[] front;
        private long given;

        private Endless(byte[] front) {
            this.front = front;
        }

        @Override
        public int read() throws IOException {
            long at = given++;
            return at < front.length ? Byte.toUnsignedInt(front[(int) at]) : 1;
        }
    }
}
