package app.keyhold.audit;

import java.util.List;
import java.util.Optional;

/// What walking a chain came to.
///
/// @param rows how many were there
/// @param head as it is stored
/// @param checkpoints how many were there
/// @param lastGoodCheckpoint the newest one before the first finding
/// @param clockSetBack the newest row that is older than the one before it: no finding, clocks are set
/// @param findings in the order of the chain, the first thousand; empty if all is well
public record Verification(
        long rows,
        AuditHead head,
        long checkpoints,
        Optional<Checkpoint> lastGoodCheckpoint,
        Optional<Long> clockSetBack,
        List<ChainFinding> findings) {
    public Verification {
        findings = List.copyOf(findings);
    }

    public boolean isIntact() {
        return findings.isEmpty();
    }
}
