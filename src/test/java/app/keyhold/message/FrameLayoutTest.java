package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameLayoutTest {
    private static final int HEADER = 300;
    private static final int FRAME = 1 << 18;

    static LongStream sizes() {
        return LongStream.of(
                0, 1, FRAME - 1, FRAME, FRAME + 1, 2L * FRAME - 1, 2L * FRAME, 7L * FRAME + 99, 1L << 40);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isFoundAgainFromTheMessagesLengthAlone(long size) {
        var written = FrameLayout.ofPlaintext(HEADER, FRAME, size);

        assertThat(FrameLayout.ofMessage(HEADER, FRAME, written.messageSize())).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void holdsThePlaintextExactly(long size) {
        assertThat(FrameLayout.ofPlaintext(HEADER, FRAME, size).plaintextSize()).isEqualTo(size);
    }

    @Test
    void makesTheLastFullFrameTheFinalOne() {
        var layout = FrameLayout.ofPlaintext(HEADER, FRAME, 2L * FRAME);

        assertThat(layout.frames()).isEqualTo(2);
        assertThat(layout.finalLength()).isEqualTo(FRAME);
    }

    @Test
    void refusesAMessageThatEndsInTheMiddleOfAFramesOverhead() {
        long whole = FrameLayout.ofPlaintext(HEADER, FRAME, FRAME).messageSize();

        assertThatThrownBy(() -> FrameLayout.ofMessage(HEADER, FRAME, whole + 5))
                .isInstanceOfSatisfying(
                        MessageException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(MessageException.Kind.TRUNCATED));
    }

    @Test
    void refusesMoreFramesThanCanBeNumbered() {
        assertThatThrownBy(() -> FrameLayout.ofPlaintext(HEADER, 1, (1L << 32) + 1))
                .hasMessage("Too long for one message");
    }
}
