package app.keyhold.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.LengthPrefixed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChainVerifierTest {
    private static final Chain CHAIN = new Chain("vault", "us-east-1");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final TestAuditKey key = new TestAuditKey();
    private final List<StoredRow> rows = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final StateDigest state = new StateDigest();
    private AuditHead head = AuditHead.EMPTY;

    ChainVerifierTest() {
        append(Map.of("auditPublicKey", text(key.publicKey())));
        append(Map.of());
        append(Map.of());
    }

    private static Detail text(Blob bytes) {
        return new Detail.Text(bytes.base64());
    }

    private void append(Map<String, ? extends Detail> additional) {
        AuditEvent event = GoldenEvents.deleteKey();
        AuditRow row = CHAIN.link(
                head,
                new AuditEvent(
                        event.time(),
                        event.id(),
                        event.requestId(),
                        event.kind(),
                        event.source(),
                        event.name(),
                        event.effect(),
                        event.actor(),
                        event.resources(),
                        event.requestParameters(),
                        event.responseElements(),
                        Detail.members(additional),
                        event.outcome(),
                        List.of(new Change(
                                "setting", "row " + head.number(), Optional.of(Blob.of(new byte[32]))))));
        row.event().changes().forEach(state::apply);
        rows.add(StoredRow.of(row));
        head = new AuditHead(row.number(), row.hash());
    }

    private Checkpoint checkpoint(CheckpointSigner signer) {
        Optional<Checkpoint> previous =
                checkpoints.isEmpty() ? Optional.empty() : Optional.of(checkpoints.getLast());
        Checkpoint made = CheckpointCodec.sign(signer, CHAIN, "first", head, state.digest(), NOON, previous);
        checkpoints.add(made);
        return made;
    }

    private Verification verify() {
        return verify(Optional.empty());
    }

    private Verification verify(Optional<Checkpoint> outside) {
        var verifier = new ChainVerifier(CHAIN, checkpoints, outside);
        rows.forEach(verifier::accept);
        return verifier.finish();
    }

    @Test
    void anUntouchedChainIsIntact() {
        checkpoint(key);
        append(Map.of());
        Checkpoint last = checkpoint(key);
        Verification verified = verify(Optional.of(checkpoints.getFirst()));
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.head()).isEqualTo(head);
        assertThat(verified.lastGoodCheckpoint()).contains(last);
    }

    @Test
    void aMissingRowIsAGap() {
        rows.remove(1);
        assertThat(verify().findings()).containsExactly(new ChainFinding.Gap(2, 3));
    }

    @Test
    void anotherRowBeforeIsNoticed() {
        StoredRow last = rows.removeLast();
        rows.add(new StoredRow(3, Blob.of(new byte[32]), last.body(), last.hash(), last.columns()));
        assertThat(verify().findings())
                .hasSize(2)
                .first()
                .isEqualTo(new ChainFinding.WrongPrevious(3, rows.get(1).hash(), Blob.of(new byte[32])));
    }

    @Test
    void aChangedBodyHasAnotherHash() {
        StoredRow row = rows.get(1);
        Blob body = Blob.of(EventCodec.encode(GoldenEvents.denied()));
        rows.set(1, new StoredRow(2, row.previousHash(), body, row.hash(), EventColumns.of(GoldenEvents.denied())));
        assertThat(verify().findings()).singleElement().isInstanceOf(ChainFinding.WrongHash.class);
    }

    @Test
    void anUnreadableBodyIsNamed() {
        StoredRow row = rows.get(1);
        Blob body = Blob.of(new byte[] {1, 2, 3, 4, 5, 6});
        Blob hash = CHAIN.hash(2, row.previousHash(), body);
        rows.set(1, new StoredRow(2, row.previousHash(), body, hash, row.columns()));
        assertThat(verify().findings()).anyMatch(ChainFinding.Unreadable.class::isInstance);
    }

    @Test
    void rewritingTheTailIsFoundByTheCheckpoint() {
        checkpoint(key);
        rows.removeLast();
        head = new AuditHead(2, rows.getLast().hash());
        append(Map.of("rewritten", new Detail.Flag(true)));
        assertThat(verify().findings())
                .singleElement()
                .isInstanceOfSatisfying(ChainFinding.CheckpointDiffers.class, finding -> assertThat(finding.part())
                        .isEqualTo("head"));
    }

    @Test
    void aCheckpointByAnotherKeyIsNoticed() {
        checkpoint(new TestAuditKey());
        assertThat(verify().findings()).singleElement().isInstanceOf(ChainFinding.CheckpointUnsigned.class);
    }

    @Test
    void aCheckpointLeftOutIsNoticedByTheNextOne() {
        checkpoint(key);
        append(Map.of());
        checkpoint(key);
        checkpoints.removeFirst();
        assertThat(verify().findings())
                .singleElement()
                .isInstanceOfSatisfying(ChainFinding.CheckpointDiffers.class, finding -> assertThat(finding.part())
                        .isEqualTo("previous"));
    }

    @Test
    void aThousandRowsWithoutACheckpointAreNoticed() {
        while (head.number() < 1_000) {
            append(Map.of());
        }
        assertThat(verify().findings()).containsExactly(new ChainFinding.CheckpointMissing(1_000));
    }

    @Test
    void aShorterChainThanKnownOutsideIsTruncated() {
        Checkpoint outside = checkpoint(key);
        checkpoints.clear();
        rows.removeLast();
        assertThat(verify(Optional.of(outside)).findings()).containsExactly(new ChainFinding.Truncated(3, 2));
    }

    @Test
    void anotherChainThanKnownOutsideIsNoticed() {
        Checkpoint outside = checkpoint(key);
        checkpoints.clear();
        rows.removeLast();
        head = new AuditHead(2, rows.getLast().hash());
        append(Map.of("rewritten", new Detail.Flag(true)));
        assertThat(verify(Optional.of(outside)).findings())
                .singleElement()
                .isInstanceOf(ChainFinding.CheckpointDiffers.class);
    }

    @Test
    void aNewAuditKeyIsBelievedIfTheOldOneSignedIt() {
        var next = new TestAuditKey();
        append(Map.of(
                "auditPublicKey", text(next.publicKey()), "signedByPrevious", text(key.sign(introduction(next)))));
        checkpoint(next);
        assertThat(verify().findings()).isEmpty();
    }

    @Test
    void aNewAuditKeyNobodySignedIsNoticed() {
        var next = new TestAuditKey();
        append(Map.of(
                "auditPublicKey", text(next.publicKey()), "signedByPrevious", text(next.sign(introduction(next)))));
        assertThat(verify().findings()).containsExactly(new ChainFinding.AuditKeyUnproven(4));
    }

    private static byte[] introduction(TestAuditKey next) {
        return LengthPrefixed.join(
                "keyhold-audit-key-v1".getBytes(StandardCharsets.UTF_8),
                "vault".getBytes(StandardCharsets.UTF_8),
                "us-east-1".getBytes(StandardCharsets.UTF_8),
                next.publicKey().toByteArray());
    }
}
