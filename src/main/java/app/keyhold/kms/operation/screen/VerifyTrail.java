package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.Optional;

/// Walks the whole chain: numbers, hashes, the columns shown against the stored body, and every checkpoint's signature.
public final class VerifyTrail {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    /// @param headNumber the newest row's number
    /// @param brokenAt the first row that does not fit, with what was wrong
    public record Response(
            long headNumber, String headHash, long checkpoints, Instant verifiedAt, Optional<Broken> brokenAt) {}

    public record Broken(long number, String what, String expected, String found, Optional<Long> lastGoodCheckpoint) {}
}
