package app.keyhold.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the schedule did when the vault was unlocked.
///
/// @param rotated key ids
/// @param deleted key ids
/// @param doubt why the computer's date is not believed, if it is not
public record CaughtUp(
        List<String> rotated, List<String> deleted, List<Waiting> waiting, List<Failed> failed, Optional<String> doubt) {
    /// A deletion that is due and was not done.
    public record Waiting(String keyId, Instant date, String reason) {}

    public record Failed(String keyId, String message) {}
}
