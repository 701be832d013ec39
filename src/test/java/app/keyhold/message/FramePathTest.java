package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whichever way a frame's bytes take, they are the same bytes.
class FramePathTest {
    private static final int FRAME = 256 << 10;

    private final LocalKeyring keyring = new LocalKeyring();

    @ParameterizedTest
    @CsvSource({
        "ARRAYS,BUFFERS,1",
        "BUFFERS,ARRAYS,1",
        "ARRAYS,ARRAYS,511",
        "ARRAYS,BUFFERS,262144",
        "BUFFERS,ARRAYS,262144",
        "ARRAYS,ARRAYS,2097152",
        "NATIVE,BUFFERS,1",
        "BUFFERS,NATIVE,511",
        "NATIVE,NATIVE,262144",
        "NATIVE,ARRAYS,262144",
        "ARRAYS,NATIVE,262144",
        "NATIVE,NATIVE,2097152"
    })
    void whatOneSealsAnotherOpens(FramePath sealing, FramePath opening, int length) throws IOException {
        byte[] plaintext = new byte[length];
        new Random(length).nextBytes(plaintext);
        try (var message = message();
                var back = back(message)) {
            var sealer = message.sealer(sealing);
            var opener = back.opener(opening);
            for (int number = 1; number <= 3; number++) {
                var sealed = seal(sealer, message, plaintext);
                var opened = ByteBuffer.allocateDirect(length);
                opener.open(number, false, sealed, opened, 0);
                assertThat(opened.flip()).isEqualTo(ByteBuffer.wrap(plaintext));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ARRAYS,0", "ARRAYS,200000", "BUFFERS,200000", "NATIVE,0", "NATIVE,200000"})
    void aChangedByteLeavesNoPlaintext(FramePath path, int where) throws IOException {
        try (var message = message();
                var back = back(message)) {
            var sealed = seal(message.sealer(path), message, new byte[FRAME]);
            int at = sealed.limit() - FRAME - FrameLayout.TAG_BYTES + where;
            sealed.put(at, (byte) (sealed.get(at) ^ 1));
            var opened = ByteBuffer.allocateDirect(FRAME);

            assertThatThrownBy(() -> back.opener(path).open(1, false, sealed, opened, 77))
                    .isInstanceOfSatisfying(
                            MessageException.class,
                            damage -> assertThat(damage.offset()).isEqualTo(77));
            assertThat(opened.position()).isZero();
            assertThat(opened).isEqualTo(ByteBuffer.allocate(FRAME));
        }
    }

    private static ByteBuffer seal(FrameSealer sealer, OutgoingMessage message, byte[] plaintext) {
        var clear = ByteBuffer.allocateDirect(plaintext.length).put(plaintext).flip();
        var sealed = ByteBuffer.allocateDirect(plaintext.length + 64);
        sealer.seal(message.claim(), false, clear, sealed);
        assertThat(clear.hasRemaining()).isFalse();
        return sealed.flip();
    }

    private OutgoingMessage message() {
        return OutgoingMessage.begin(keyring, AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT, Map.of(), FRAME);
    }

    private static IncomingMessage back(OutgoingMessage message) throws IOException {
        return message.readBack(HeaderReader.read(new ByteArrayInputStream(message.headerBytes())));
    }
}
