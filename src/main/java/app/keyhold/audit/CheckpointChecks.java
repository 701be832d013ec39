package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Holds the stored checkpoints against the chain as it is walked.
final class CheckpointChecks {
    static final long ROWS_PER_CHECKPOINT = 1_000;

    private final Chain chain;
    private final Deque<Checkpoint> waiting;
    private final Consumer<ChainFinding> findings;
    private Optional<Checkpoint> previous = Optional.empty();
    private Optional<Checkpoint> lastGood = Optional.empty();

    CheckpointChecks(Chain chain, List<Checkpoint> checkpoints, Consumer<ChainFinding> findings) {
        this.chain = chain;
        this.waiting = new ArrayDeque<>(checkpoints);
        this.findings = findings;
    }

    Optional<Checkpoint> lastGood() {
        return lastGood;
    }

    /// @param intact whether nothing was found so far
    void at(AuditHead head, AuditKeys keys, RecordedState state, boolean intact) {
        boolean due = head.number() % ROWS_PER_CHECKPOINT == 0;
        while (!waiting.isEmpty() && waiting.getFirst().number() <= head.number()) {
            Checkpoint checkpoint = waiting.removeFirst();
            due = false;
            if (check(checkpoint, head, keys, state) && intact) {
                lastGood = Optional.of(checkpoint);
            }
            previous = Optional.of(checkpoint);
        }
        if (due) {
            findings.accept(new ChainFinding.CheckpointMissing(head.number()));
        }
    }

    /// Whatever is left speaks of rows that are not there.
    void atEnd(AuditHead head) {
        waiting.forEach(checkpoint ->
                findings.accept(new ChainFinding.Truncated(checkpoint.number(), head.number())));
    }

    private boolean check(Checkpoint checkpoint, AuditHead head, AuditKeys keys, RecordedState state) {
        Blob before = previous.map(CheckpointCodec::hash).orElse(AuditHead.EMPTY.hash());
        // All of them, not the first that fails: together they tell what was done.
        return fits(checkpoint, "vault", chain.vaultId(), checkpoint.vaultId())
                & fits(checkpoint, "Region", chain.region(), checkpoint.region())
                & fits(checkpoint, "number", "#" + head.number(), "#" + checkpoint.number())
                & fits(checkpoint, "head", head.hash().hex(), checkpoint.head().hex())
                & fits(checkpoint, "state", state.stateDigest().hex(), checkpoint.stateDigest().hex())
                & fits(checkpoint, "previous", before.hex(), checkpoint.previous().hex())
                & isSigned(checkpoint, keys);
    }

    private boolean fits(Checkpoint checkpoint, String part, String expected, String found) {
        if (!expected.equals(found)) {
            findings.accept(new ChainFinding.CheckpointDiffers(checkpoint.number(), part, expected, found));
            return false;
        }
        return true;
    }

    private boolean isSigned(Checkpoint checkpoint, AuditKeys keys) {
        boolean signed = keys.inForce()
                .filter(key -> CheckpointCodec.verifies(checkpoint, key))
                .isPresent();
        if (!signed) {
            String expected = keys.inForce()
                    .map(key -> "a signature by the key " + Sha256.of(key.toByteArray()).hex())
                    .orElse("an audit key named in the first row");
            findings.accept(new ChainFinding.CheckpointUnsigned(checkpoint.number(), expected));
        }
        return signed;
    }
}
