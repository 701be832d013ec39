package app.keyhold.kms.operation.screen;

import app.keyhold.crypto.Blob;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.ScreenQuery;
import app.keyhold.kms.key.KeyMaterial.RotationType;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Required;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// One key with everything its detail pane shows.
public final class QueryKey {
    public record Request(@Required String screenSession, @Required @Length(min = 1, max = 2048) String keyId)
            implements KmsRequest<Response>, ScreenQuery {}

    /// @param uses the last 30 days, oldest first, days without use included
    /// @param recent the newest events about this key, newest first, at most 8
    public record Response(
            KeyMetadata metadata,
            List<String> aliases,
            List<Tag> tags,
            String policy,
            Rotation rotation,
            List<Material> materials,
            Optional<Blob> publicKey,
            List<DailyUse> uses,
            List<LookupEvents.Event> recent) {}

    /// Newest first.
    public record Material(String id, Instant created, Optional<RotationType> rotation, boolean current) {}

    public record DailyUse(LocalDate day, long uses, long denied) {}
}
