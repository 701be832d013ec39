package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The expected digests were computed by another program.
class StateDigestTest {
    private static final String EMPTY = "39ff4e617bed6d90826250631d710ff49cca19c31bd07cf02f36f89339f6178d";
    private static final String TWO_HUNDRED_KEYS =
            "217a223cea48bd36d258b3a04e8c1f5501656ef783b5d2798855c9e249df8e14";

    private final StateDigest state = new StateDigest();

    @Test
    void nothingHasADigestToo() {
        assertThat(state.digest().hex()).isEqualTo(EMPTY);
    }

    @Test
    void theDigestOfVersionOneStays() {
        for (int i = 0; i < 200; i++) {
            put(i, i);
        }
        assertThat(state.digest().hex()).isEqualTo(TWO_HUNDRED_KEYS);
    }

    @Test
    void theOrderOfChangesDoesNotCount() {
        for (int i = 199; i >= 0; i--) {
            put(i, 7);
            put(i, i);
        }
        assertThat(state.digest().hex()).isEqualTo(TWO_HUNDRED_KEYS);
    }

    @Test
    void whatIsRemovedLeavesNoTrace() {
        put(1, 1);
        state.digest();
        state.apply(new Change("key", "k1", Optional.empty()));
        assertThat(state.digest().hex()).isEqualTo(EMPTY);
    }

    @Test
    void whatChangesTogetherSharesABucket() {
        assertThat(StateDigest.bucketOf("file", "0a/k1#17")).isEqualTo(StateDigest.bucketOf("file", "ff/k2#17"));
        assertThat(StateDigest.bucketOf("file", "0a/k1#17")).isNotEqualTo(StateDigest.bucketOf("file", "0a/k1#18"));
    }

    private void put(int key, int content) {
        byte[] digest = new byte[32];
        Arrays.fill(digest, (byte) content);
        state.apply(new Change("key", "k" + key, Optional.of(Blob.of(digest))));
    }
}
