package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// One thing that was asked for, and what came of it. Holds no plaintext, key or passphrase; encryption contexts are
/// recorded, as CloudTrail does.
///
/// @param time when the row was written, to the millisecond
/// @param requestId empty for service events
/// @param source `kms.amazonaws.com`, `iam.amazonaws.com`, `cloudtrail.amazonaws.com` or `keyhold.app`
/// @param name the operation: `Encrypt`
/// @param resources ARNs of the keys (or vault, or principals) it was about
/// @param additional what the service adds: `keyMaterialId`, `decision`
/// @param changes digests of the rows the event wrote, so that a row put back from an old page or backup is found
public record AuditEvent(
        Instant time,
        UUID id,
        Optional<UUID> requestId,
        Kind kind,
        String source,
        String name,
        Effect effect,
        Actor actor,
        List<String> resources,
        Detail.Members requestParameters,
        Detail.Members responseElements,
        Detail.Members additional,
        Outcome outcome,
        List<Change> changes) {
    public AuditEvent {
        resources = List.copyOf(resources);
        changes = List.copyOf(changes);
    }

    public enum Kind {
        API_CALL,
        SERVICE_EVENT
    }

    /// READ and USE are `readOnly` in CloudTrail's sense; ADMINISTRATION changes something.
    public enum Effect {
        READ,
        USE,
        ADMINISTRATION
    }

    /// @param type `Root`, `IAMUser` or `AWSService`
    /// @param via the service that forwarded the call, as its principal name
    public record Actor(
            String type, String arn, String name, Optional<String> via, String sourceAddress, String userAgent) {}

    public sealed interface Outcome {
        record Succeeded() implements Outcome {}

        /// @param code the error's name: `AccessDeniedException`
        record Refused(String code, String message) implements Outcome {}
    }

    /// One stored row written (or removed: empty digest) by this event. A removed key's grants go with it, unlisted.
    ///
    /// @param kind `key`, `material`, `alias`, `grant`, `identity`, `setting`
    /// @param digest SHA-256 of the row's canonical new content
    public record Change(String kind, String identity, Optional<Blob> digest) {}

    public boolean isDenied() {
        return outcome instanceof Outcome.Refused refused && refused.code().equals("AccessDeniedException");
    }
}
