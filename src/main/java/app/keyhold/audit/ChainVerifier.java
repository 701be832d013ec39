package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Walks a chain from its first row: numbers without gaps, each hash over the row before and the body, the columns
/// against the body, every checkpoint against head, state and signature. Believes nothing it is handed, and goes on after
/// a finding, taking the stored hash as the one to follow.
///
/// For one walk, by one thread.
public final class ChainVerifier {
    private static final int MOST_FINDINGS = 1_000;
    private static final long ROWS_PER_REPORT = 10_000;
    /// Less than that is a clock being kept in step.
    private static final Duration SET_BACK = Duration.ofSeconds(5);

    private final Chain chain;
    private final Optional<Checkpoint> outside;
    private final int checkpointCount;
    private final List<ChainFinding> findings = new ArrayList<>();
    private final AuditKeys keys;
    private final RecordedState state = new RecordedState();
    private final CheckpointChecks checkpoints;
    private AuditHead head = AuditHead.EMPTY;
    private long rows;
    private Instant time = Instant.MIN;
    private Optional<Long> clockSetBack = Optional.empty();

    /// @param outside a checkpoint kept elsewhere, which the chain must contain
    public ChainVerifier(Chain chain, List<Checkpoint> checkpoints, Optional<Checkpoint> outside) {
        this.chain = chain;
        this.outside = outside;
        this.checkpointCount = checkpoints.size();
        this.keys = new AuditKeys(chain);
        this.checkpoints = new CheckpointChecks(chain, checkpoints, this::report);
    }

    /// @param progress told the number of rows done, every ten thousand; may throw to cancel
    public static Verification verify(
            AuditTrail trail, Chain chain, Optional<Checkpoint> outside, LongConsumer progress) {
        AuditHead end = trail.head();
        // Read after the head: whatever is committed meanwhile lies behind it and is left for the next walk.
        List<Checkpoint> upToEnd = trail.checkpoints().stream()
                .filter(checkpoint -> checkpoint.number() <= end.number())
                .toList();
        var verifier = new ChainVerifier(chain, upToEnd, outside);
        trail.scanStored(1, end.number(), row -> {
            verifier.accept(row);
            if (verifier.rows % ROWS_PER_REPORT == 0) {
                progress.accept(verifier.rows);
            }
        });
        return verifier.finish();
    }

    public void accept(StoredRow row) {
        if (row.number() != head.number() + 1) {
            report(new ChainFinding.Gap(head.number() + 1, row.number()));
        } else if (!row.previousHash().equals(head.hash())) {
            report(new ChainFinding.WrongPrevious(row.number(), head.hash(), row.previousHash()));
        }
        Blob expected = chain.hash(row.number(), row.previousHash(), row.body());
        if (!expected.equals(row.hash())) {
            report(new ChainFinding.WrongHash(row.number(), expected, row.hash()));
        }
        read(row);
        head = new AuditHead(row.number(), row.hash());
        rows++;
        outside.filter(known -> known.number() == head.number() && !known.head().equals(head.hash()))
                .ifPresent(known -> report(new ChainFinding.CheckpointDiffers(
                        known.number(), "copy kept outside", known.head().hex(), head.hash().hex())));
        checkpoints.at(head, keys, state, findings.isEmpty());
    }

    private void read(StoredRow row) {
        try {
            AuditEvent event = EventCodec.decode(row.body().toByteArray());
            EventColumns columns = EventColumns.of(event);
            if (!columns.equals(row.columns())) {
                report(new ChainFinding.ColumnsDiffer(row.number(), columns, row.columns()));
            }
            if (!keys.follow(event)) {
                report(new ChainFinding.AuditKeyUnproven(row.number()));
            }
            state.follow(row.number(), event);
            if (event.time().plus(SET_BACK).isBefore(time)) {
                clockSetBack = Optional.of(row.number());
            }
            time = event.time();
        } catch (MalformedRecordException unreadable) {
            report(new ChainFinding.Unreadable(row.number(), String.valueOf(unreadable.getMessage())));
        }
    }

    public Verification finish() {
        checkpoints.atEnd(head);
        outside.filter(known -> known.number() > head.number())
                .ifPresent(known -> report(new ChainFinding.Truncated(known.number(), head.number())));
        return new Verification(rows, head, checkpointCount, checkpoints.lastGood(), clockSetBack, findings);
    }

    /// What the rows walked so far say ought to be stored.
    public RecordedState recordedState() {
        return state;
    }

    private void report(ChainFinding finding) {
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }
}
