package app.keyhold.kms.outbox;

import java.time.Instant;

/// What this Region has done for another one, kept for as long as the other may ask again.
///
/// @param id the entry's operation id
/// @param source the Region whose outbox it came from
public record AppliedOperation(String id, String source, Instant time) {}
