package app.keyhold.schedule;

import app.keyhold.kms.operation.schedule.QueryDue.ClockDoubt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What came of one look at what is due.
///
/// @param rotated key ids
/// @param deleted key ids
/// @param failed what was due and could not be done; it is tried again at the next look
/// @param doubt if present, somebody has to confirm the date before anything is deleted
public record Report(
        List<String> rotated, List<String> deleted, List<Held> held, List<Failed> failed, Optional<ClockDoubt> doubt) {
    public Report {
        rotated = List.copyOf(rotated);
        deleted = List.copyOf(deleted);
        held = List.copyOf(held);
        failed = List.copyOf(failed);
    }

    /// A deletion whose date has come and that waits for its second witness.
    public record Held(String keyId, Instant date, Reason reason) {}

    public enum Reason {
        /// The clock jumped, was set back, or the vault rested for more than 30 days.
        DATE_UNCONFIRMED,
        /// The date was never shown before today: it goes on at the next unlock, or after 24 hours of running.
        FIRST_ANNOUNCED
    }

    /// @param message one sentence for a person
    public record Failed(String keyId, String message) {}

    /// Whether there is nothing to tell.
    public boolean isQuiet() {
        return rotated.isEmpty() && deleted.isEmpty() && held.isEmpty() && failed.isEmpty();
    }
}
