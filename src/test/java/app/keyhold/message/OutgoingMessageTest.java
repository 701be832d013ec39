package app.keyhold.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutgoingMessageTest {
    private static final AlgorithmSuite UNSIGNED = AlgorithmSuite.AES_256_GCM_HKDF_SHA512_COMMIT;

    private static final Blob NO_IV = Blob.of(new byte[0]);

    private final LocalKeyring keyring = new LocalKeyring();

    @Test
    void encryptsAFrameNumberOnce() {
        try (var message = begin(Map.of())) {
            var sealer = message.sealer();
            var frame = message.claim();
            sealer.seal(frame, false, ByteBuffer.allocate(16), ByteBuffer.allocate(64));

            assertThatThrownBy(() -> sealer.seal(frame, false, ByteBuffer.allocate(16), ByteBuffer.allocate(64)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Frame 1 has been encrypted before");
        }
    }

    @Test
    void handsEveryFrameNumberOutOnceToManyThreads() {
        try (var message = begin(Map.of())) {
            var numbers = new ConcurrentLinkedQueue<Long>();
            IntStream.range(0, 10_000).parallel().forEach(_ -> numbers.add(message.claim().index()));

            assertThat(new HashSet<>(numbers)).hasSize(10_000);
        }
    }

    @Test
    void hasItsOwnIdAndDataKeyEveryTime() {
        try (var one = begin(Map.of());
                var other = begin(Map.of())) {
            assertThat(one.header().messageId()).isNotEqualTo(other.header().messageId());
            assertThat(one.header().dataKeys()).isNotEqualTo(other.header().dataKeys());
            assertThat(one.header().commitment()).isNotEqualTo(other.header().commitment());
        }
    }

    @Test
    void refusesContextKeysThatBelongToTheFormat() {
        assertThatThrownBy(() -> begin(Map.of("aws-crypto-public-key", "x")))
                .isInstanceOf(MessageException.class)
                .hasMessageContaining("reserved");
    }

    @Test
    void refusesContextsThatTheSdkForJavaDoesNotRead() {
        for (var context : List.of(Map.of("", "x"), Map.of("x", ""), Map.of("x", "y".repeat(32_763)))) {
            assertThatThrownBy(() -> begin(context))
                    .isInstanceOf(MessageException.class)
                    .hasMessageContaining("other programs do not read");
        }
    }

    @Test
    void cannotSealOnceItsKeyIsWiped() {
        var message = begin(Map.of());
        var sealer = message.sealer();
        message.close();

        assertThatThrownBy(() -> sealer.seal(message.claim(), true, ByteBuffer.allocate(1), ByteBuffer.allocate(64)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void isRefusedIfItCommitsToAnotherKeyEvenWithARightTag() throws Exception {
        try (var message = begin(Map.of())) {
            var header = HeaderReader.read(new ByteArrayInputStream(message.headerBytes())).header();
            var other = new Header(
                    UNSIGNED, header.messageId(), Map.of(), header.dataKeys(), 16, Blob.of(new byte[32]));
            var body = Blob.of(HeaderWriter.body(other));
            var keys = MessageKeys.derive(
                    keyring.unwrap(header.dataKeys(), Map.of()), UNSIGNED, header.messageId());
            var changed = new ReadHeader(other, body, NO_IV, keys.headerTag(body, NO_IV));

            assertThatThrownBy(() -> IncomingMessage.open(
                            changed, keyring, CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT))
                    .hasMessage("The header is not what was written");
        }
    }

    @Test
    void isNotWrittenWithoutACommitment() {
        assertThatThrownBy(() -> OutgoingMessage.begin(
                        keyring, AlgorithmSuite.AES_256_GCM_HKDF_SHA256, Map.of(), 16))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OutgoingMessage begin(Map<String, String> context) {
        return OutgoingMessage.begin(keyring, UNSIGNED, context, 16);
    }
}
