package app.keyhold.schedule;

import app.keyhold.kms.operation.schedule.QueryDue.ClockDoubt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of one look at what is due. A name is an alias, or the key's id if it has none: after a deletion nobody
/// could ask for it any more.
///
/// @param failed what was due and could not be done; it is tried again at the next look
/// @param doubt if present, somebody has to confirm the date before anything is deleted
public record Report(
        List<Rotated> rotated, List<Deleted> deleted, List<Held> held, List<Failed> failed, Optional<ClockDoubt> doubt) {
    public Report {
        rotated = List.copyOf(rotated);
        deleted = List.copyOf(deleted);
        held = List.copyOf(held);
        failed = List.copyOf(failed);
    }

    public record Rotated(String keyId, String name) {}

    /// @param materialId of imported material that expired; empty where the key itself was deleted
    /// @param stillHolding known backups that hold the material as long as they exist
    /// @param leftInToken its object in a token that could not be reached: to be removed with the token's own tool
    public record Deleted(
            String keyId,
            String name,
            Optional<String> materialId,
            List<String> stillHolding,
            Optional<String> leftInToken) {}

    /// A deletion whose date has come and that waits for its second witness.
    ///
    /// @param materialId of imported material that expired; empty where the key itself is to be deleted
    public record Held(String keyId, String name, Optional<String> materialId, Instant date, Reason reason) {}

    public enum Reason {
        /// The clock jumped, was set back, or the vault rested for more than 30 days.
        DATE_UNCONFIRMED,
        /// The date was never shown before today: it goes on at the next unlock, or after 24 hours of running.
        FIRST_ANNOUNCED
    }

    /// @param message one sentence for a person
    public record Failed(String keyId, String name, String message) {}

    /// Whether there is nothing to tell.
    public boolean isQuiet() {
        return rotated.isEmpty() && deleted.isEmpty() && held.isEmpty() && failed.isEmpty();
    }
}
