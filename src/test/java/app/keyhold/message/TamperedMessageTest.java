package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.keyhold.BesideOthers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A small message of every suite and shape, changed in every way there is.
@BesideOthers
class TamperedMessageTest {
    private static final byte[] PLAINTEXT =
            "Forty bytes: two frames and a half of it".getBytes(StandardCharsets.UTF_8);
    private static final int FRAME_LENGTH = 16;
    private static final Map<String, String> CONTEXT = Map.of("purpose", "test");

    private final LocalKeyring keyring = new LocalKeyring();

    /// @param frameLength 0 for a body without frames
    private record Kind(AlgorithmSuite suite, int frameLength, boolean own) {
        @Override
        public String toString() {
            return (own ? "Keyhold's " : "the SDK's ") + suite + (frameLength > 0 ? " framed" : " unframed");
        }

        /// A signature takes long to verify.
        int bitStep() {
            return suite.signed() ? own ? 3 : Byte.SIZE : 1;
        }
    }

    static Stream<Kind> kinds() {
        return Arrays.stream(AlgorithmSuite.values())
                .flatMap(suite -> Stream.of(
                        new Kind(suite, FRAME_LENGTH, suite.committing()), new Kind(suite, 0, false)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void opensUnchanged(Kind kind) throws Exception {
        assertThat(open(seal(kind))).isEqualTo(PLAINTEXT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRefusedWithAnyBitOfAnyByteFlipped(Kind kind) throws Exception {
        byte[] message = seal(kind);
        for (int i = 0; i < message.length; i++) {
            for (int bit = i % kind.bitStep(); bit < Byte.SIZE; bit += kind.bitStep()) {
                byte[] changed = message.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThat(catchThrowable(() -> open(changed)))
                        .as("bit %d of byte %d of %d", bit, i, message.length)
                        .isInstanceOfAny(MessageException.class, LocalKeyring.CannotOpen.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRefusedWhereverItIsCutOff(Kind kind) throws Exception {
        byte[] message = seal(kind);
        for (int length = 1; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThat(catchThrowable(() -> open(cut)))
                    .as("%d of %d bytes", length, message.length)
                    .isInstanceOfSatisfying(
                            MessageException.class,
                            refused -> assertThat(refused.kind()).isEqualTo(MessageException.Kind.TRUNCATED));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isRefusedWithAByteBehindItsEnd(Kind kind) throws Exception {
        byte[] message = seal(kind);

        assertThatThrownBy(() -> open(Arrays.copyOf(message, message.length + 1)))
                .hasMessage("Something follows the end of the message");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void tellsItsSizesWithoutAKey(Kind kind) throws Exception {
        byte[] message = seal(kind);

        var sizes = sizes(message);

        assertThat(sizes.content()).isEqualTo(PLAINTEXT.length);
        assertThat(sizes.header() + sizes.body() + sizes.footer()).isEqualTo(message.length);
        assertThat(sizes.footer() > 0).isEqualTo(kind.suite().signed());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void isNotOpenedWithoutACommitmentUnlessThatIsAllowed(Kind kind) throws Exception {
        var read = HeaderReader.read(new ByteArrayInputStream(seal(kind)));
        var refused = catchThrowable(() ->
                IncomingMessage.open(read, keyring, CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT).close());

        if (kind.suite().committing()) {
            assertThat(refused).isNull();
        } else {
            assertThat(refused)
                    .isInstanceOfSatisfying(
                            MessageException.class,
                            thrown -> assertThat(thrown.kind()).isEqualTo(MessageException.Kind.UNCOMMITTED));
        }
    }

    @Test
    void isRefusedWithTwoFramesExchanged() throws Exception {
        byte[] message = seal();
        int frame = FRAME_LENGTH + FrameLayout.REGULAR_OVERHEAD;
        int end = FrameLayout.FINAL_OVERHEAD + PLAINTEXT.length % FRAME_LENGTH;
        int first = message.length - end - 2 * frame;
        byte[] changed = message.clone();
        System.arraycopy(message, first, changed, first + frame, frame);
        System.arraycopy(message, first + frame, changed, first, frame);

        assertThatThrownBy(() -> open(changed)).hasMessage("A frame is out of order");
    }

    @Test
    void isRefusedWithTheFramesOfAnotherMessageUnderTheSameKeyring() throws Exception {
        byte[] one = seal();
        byte[] other = seal();
        int last = FrameLayout.FINAL_OVERHEAD + PLAINTEXT.length % FRAME_LENGTH;
        System.arraycopy(other, one.length - last, one, one.length - last, last);

        assertThatThrownBy(() -> open(one)).hasMessage("A frame is not what was written");
    }

    @Test
    void tellsWhereTheFirstBadFrameBegins() throws Exception {
        byte[] message = seal();
        int last = message.length - FrameLayout.FINAL_OVERHEAD - PLAINTEXT.length % FRAME_LENGTH;
        message[last - 1] ^= 1; // the tag of the second frame

        assertThatThrownBy(() -> open(message))
                .isInstanceOfSatisfying(
                        MessageException.class,
                        refused -> assertThat(refused.offset())
                                .isEqualTo(last - FRAME_LENGTH - FrameLayout.REGULAR_OVERHEAD));
    }

    private byte[] seal() throws IOException {
        return seal(new Kind(AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT, FRAME_LENGTH, true));
    }

    private byte[] seal(Kind kind) throws IOException {
        if (!kind.own()) {
            return SdkMessages.write(keyring, kind.suite(), PLAINTEXT, CONTEXT, kind.frameLength());
        }
        var out = new ByteArrayOutputStream();
        try (var message = OutgoingMessage.begin(keyring, kind.suite(), CONTEXT, kind.frameLength())) {
            MessageStreams.encrypt(message, new ByteArrayInputStream(PLAINTEXT), out, _ -> {});
        }
        return out.toByteArray();
    }

    private byte[] open(byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        var out = new ByteArrayOutputStream();
        try (var message = IncomingMessage.open(
                HeaderReader.read(in), keyring, CommitmentPolicy.REQUIRE_ENCRYPT_ALLOW_DECRYPT)) {
            MessageStreams.decrypt(message, in, out, _ -> {});
        }
        return out.toByteArray();
    }

    private static MessageSizes sizes(byte[] bytes) throws IOException {
        var read = HeaderReader.read(new ByteArrayInputStream(bytes));
        return MessageSizes.of(
                read, bytes.length, (buffer, from) -> buffer.put(bytes, (int) from, buffer.remaining()));
    }
}
