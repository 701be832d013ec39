package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.crypto.Blob;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckpointCodecTest {
    private static final TestAuditKey KEY = new TestAuditKey();
    private static final Chain CHAIN = new Chain("4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e", "us-east-1");

    @Test
    void theFormOfVersionOneStays() throws IOException {
        byte[] golden = EventCodecTest.golden("checkpoint");
        Checkpoint checkpoint = CheckpointCodec.decode(golden);
        assertThat(checkpoint.incarnation()).isEqualTo("first");
        assertThat(checkpoint.number()).isEqualTo(4);
        assertThat(checkpoint.time()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(CheckpointCodec.encode(checkpoint)).isEqualTo(golden);
    }

    @Test
    void bytesAfterTheEndAreRefused() throws IOException {
        byte[] golden = EventCodecTest.golden("checkpoint");
        assertThatThrownBy(() -> CheckpointCodec.decode(Arrays.copyOf(golden, golden.length + 1)))
                .isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void anAuditRowIsNoCheckpoint() throws IOException {
        byte[] event = EventCodecTest.golden("encrypt");
        assertThatThrownBy(() -> CheckpointCodec.decode(event)).isInstanceOf(MalformedRecordException.class);
    }

    @Test
    void theSignatureIsByThisKeyOverThisCheckpoint() {
        Checkpoint checkpoint = checkpoint(AuditHead.EMPTY);
        assertThat(CheckpointCodec.verifies(checkpoint, KEY.publicKey())).isTrue();
        assertThat(CheckpointCodec.verifies(checkpoint, new TestAuditKey().publicKey())).isFalse();
        Checkpoint other = checkpoint(new AuditHead(1, Blob.of(new byte[32])));
        var exchanged = new Checkpoint(
                other.vaultId(),
                other.incarnation(),
                other.region(),
                other.number(),
                other.head(),
                other.stateDigest(),
                other.time(),
                other.previous(),
                checkpoint.signature());
        assertThat(CheckpointCodec.verifies(exchanged, KEY.publicKey())).isFalse();
    }

    @Test
    void aKeyThatIsNoneVerifiesNothing() {
        assertThat(CheckpointCodec.verifies(checkpoint(AuditHead.EMPTY), Blob.of(new byte[44]))).isFalse();
    }

    private static Checkpoint checkpoint(AuditHead head) {
        return CheckpointCodec.sign(
                KEY, CHAIN, "first", head, Blob.of(new byte[32]), Instant.EPOCH, Optional.empty());
    }
}
