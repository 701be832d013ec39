package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A small message, changed in every way there is.
class TamperedMessageTest {
    private static final byte[] PLAINTEXT =
            "Forty bytes: two frames and a half of it".getBytes(StandardCharsets.UTF_8);
    private static final int FRAME_LENGTH = 16;

    private final LocalKeyring keyring = new LocalKeyring();

    @ParameterizedTest
    @EnumSource
    void opensUnchanged(AlgorithmSuite suite) throws Exception {
        assertThat(open(seal(suite))).isEqualTo(PLAINTEXT);
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWithAnyBitOfAnyByteFlipped(AlgorithmSuite suite) throws Exception {
        byte[] message = seal(suite);
        for (int i = 0; i < message.length; i++) {
            for (int bit = 0; bit < Byte.SIZE; bit += suite.signed() ? 3 : 1) {
                byte[] changed = message.clone();
                changed[i] ^= (byte) (1 << bit);
                assertThat(catchThrowable(() -> open(changed)))
                        .as("bit %d of byte %d of %d", bit, i, message.length)
                        .isInstanceOfAny(MessageException.class, LocalKeyring.CannotOpen.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRefusedWhereverItIsCutOff(AlgorithmSuite suite) throws Exception {
        byte[] message = seal(suite);
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
    @EnumSource
    void isRefusedWithAByteBehindItsEnd(AlgorithmSuite suite) throws Exception {
        byte[] message = seal(suite);

        assertThatThrownBy(() -> open(Arrays.copyOf(message, message.length + 1)))
                .hasMessage("Something follows the end of the message");
    }

    @Test
    void isRefusedWithTwoFramesExchanged() throws Exception {
        byte[] message = seal(AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT);
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
        byte[] one = seal(AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT);
        byte[] other = seal(AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT);
        int last = FrameLayout.FINAL_OVERHEAD + PLAINTEXT.length % FRAME_LENGTH;
        System.arraycopy(other, one.length - last, one, one.length - last, last);

        assertThatThrownBy(() -> open(one)).hasMessage("A frame is not what was written");
    }

    @Test
    void tellsWhereTheFirstBadFrameBegins() throws Exception {
        byte[] message = seal(AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT);
        int last = message.length - FrameLayout.FINAL_OVERHEAD - PLAINTEXT.length % FRAME_LENGTH;
        message[last - 1] ^= 1; // the tag of the second frame

        assertThatThrownBy(() -> open(message))
                .isInstanceOfSatisfying(
                        MessageException.class,
                        refused -> assertThat(refused.offset())
                                .isEqualTo(last - FRAME_LENGTH - FrameLayout.REGULAR_OVERHEAD));
    }

    private byte[] seal(AlgorithmSuite suite) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var message = OutgoingMessage.begin(keyring, suite, Map.of("purpose", "test"), FRAME_LENGTH)) {
            MessageStreams.encrypt(message, new ByteArrayInputStream(PLAINTEXT), out, _ -> {});
        }
        return out.toByteArray();
    }

    private byte[] open(byte[] bytes) throws IOException {
        var in = new ByteArrayInputStream(bytes);
        var out = new ByteArrayOutputStream();
        try (var message = IncomingMessage.open(HeaderReader.read(in), keyring)) {
            MessageStreams.decrypt(message, in, out, _ -> {});
        }
        return out.toByteArray();
    }
}
