package app.keyhold.kms.operation.screen;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Every key the caller may describe, a line each.
public final class QueryKeys {
    public record Request(@Required String screenSession) implements KmsRequest<Response>, ScreenQuery {}

    public record Response(List<KeyRow> keys) {}

    /// @param aliases with their prefix, in order
    public record KeyRow(
            String keyId,
            String arn,
            List<String> aliases,
            KeySpec spec,
            KeyUsage usage,
            KeyOrigin origin,
            KeyManager manager,
            KeyState state,
            String description,
            Instant created,
            Optional<Instant> nextRotation,
            Optional<Instant> deletionDate,
            Optional<Instant> lastUsed,
            List<Tag> tags) {}
}
