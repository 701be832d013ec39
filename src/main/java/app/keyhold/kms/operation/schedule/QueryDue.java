package app.keyhold.kms.operation.schedule;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What falls due up to an instant.
public final class QueryDue {
    public record Request(@Required String screenSession, @Required Instant until)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param newestEvent time of the newest audit row: a clock far from it holds irreversible work
    public record Response(List<Due> due, Optional<Instant> newestEvent) {}

    public sealed interface Due {
        String keyId();

        Instant date();

        record Rotate(String keyId, Instant date) implements Due {}

        record Delete(String keyId, Instant date) implements Due {}
    }
}
