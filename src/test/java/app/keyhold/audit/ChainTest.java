package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ChainTest {
    private static final Chain CHAIN = new Chain("4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e", "us-east-1");

    /// The hashes were computed by another program (SHA-256 over the length-prefixed fields of formats.md).
    @ParameterizedTest
    @CsvFileSource(resources = "v1/chain.csv", numLinesToSkip = 1)
    void theHashesOfVersionOneStay(long number, String event, String previous, String hash) {
        var head = new AuditHead(number - 1, Blob.ofHex(previous));
        AuditRow row = CHAIN.link(head, Objects.requireNonNull(GoldenEvents.ALL.get(event)));
        assertThat(row.number()).isEqualTo(number);
        assertThat(row.hash()).isEqualTo(Blob.ofHex(hash));
    }

    @Test
    void rowsOfOneChainProveNothingInAnother() {
        AuditRow here = CHAIN.link(AuditHead.EMPTY, GoldenEvents.encrypt());
        AuditRow elsewhere = new Chain(CHAIN.vaultId(), "eu-west-1").link(AuditHead.EMPTY, GoldenEvents.encrypt());
        assertThat(elsewhere.hash()).isNotEqualTo(here.hash());
    }

    @Test
    void theBorderBetweenVaultAndRegionCounts() {
        AuditRow one = new Chain("ab", "c").link(AuditHead.EMPTY, GoldenEvents.encrypt());
        AuditRow other = new Chain("a", "bc").link(AuditHead.EMPTY, GoldenEvents.encrypt());
        assertThat(one.hash()).isNotEqualTo(other.hash());
    }
}
