package app.keyhold.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the schedule did, or left waiting, in one look at an open vault.
///
/// @param failed what was due and could not be done; it is tried again at the next look
/// @param doubt why the computer's date is not believed, if it is not
public record CaughtUp(
        List<Rotated> rotated, List<Deleted> deleted, List<Waiting> waiting, List<Failed> failed, Optional<Doubt> doubt) {
    public static final CaughtUp NOTHING =
            new CaughtUp(List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public CaughtUp {
        rotated = List.copyOf(rotated);
        deleted = List.copyOf(deleted);
        waiting = List.copyOf(waiting);
        failed = List.copyOf(failed);
    }

    /// @param name an alias, or the key's id if it has none
    public record Rotated(String keyId, String name) {}

    /// @param stillHolding known backups that hold the material as long as they exist
    /// @param leftInToken its object in a token that could not be reached: to be removed with the token's own tool
    public record Deleted(String keyId, String name, List<String> stillHolding, Optional<String> leftInToken) {}

    /// A deletion that is due and was not done.
    public record Waiting(String keyId, String name, Instant date, Why why) {}

    public enum Why {
        /// Somebody has to confirm the computer's date.
        DATE_UNCONFIRMED,
        /// It was never announced before: it goes on at the next unlock, or after 24 hours of running.
        FIRST_ANNOUNCED
    }

    /// @param message one sentence for a person
    public record Failed(String keyId, String name, String message) {}

    /// @param ahead whether time jumped forward; else it is earlier than the vault has seen
    /// @param seen the newest time the vault believes
    /// @param now the computer's date
    public record Doubt(boolean ahead, Instant seen, Instant now) {}

    /// Whether there is nothing to tell.
    public boolean isQuiet() {
        return rotated.isEmpty() && deleted.isEmpty() && waiting.isEmpty() && failed.isEmpty();
    }
}
