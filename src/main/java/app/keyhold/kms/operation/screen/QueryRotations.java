package app.keyhold.kms.operation.screen;

import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What rotates and what ends, for the Gantt, the agenda and `rotation list`: keys that can rotate, and keys whose
/// deletion is pending.
public final class QueryRotations {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    public record Response(List<Row> rows) {}

    /// @param next when it rotates by itself; in the past while it is due and not yet done
    /// @param onDemandCount of 25
    public record Row(
            String keyId,
            List<String> aliases,
            KeyManager manager,
            KeyState state,
            Instant created,
            List<Span> materials,
            Optional<Instant> next,
            int periodInDays,
            int onDemandCount,
            Optional<Instant> deletionDate) {}

    /// One material's time in force, oldest first; `until` is empty for the current one.
    public record Span(String materialId, Instant from, Optional<Instant> until, Optional<RotationType> rotation) {}
}
