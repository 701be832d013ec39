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

    /// @param type `Root`, `IAMUser`, `AssumedRole` or `AWSService`
    /// @param via the service that forwarded the call, as its principal name
    /// @param accessKeyId what signed the call, where it came over the endpoint; never the secret
    /// @param session for an assumed role
    /// @param tls how the connection was protected, where it was
    /// @param principalId a user's unique id: `AIDA…`; others' follows from the rest, and old rows have none
    public record Actor(
            String type,
            String arn,
            String name,
            Optional<String> via,
            String sourceAddress,
            String userAgent,
            Optional<String> accessKeyId,
            Optional<RoleSession> session,
            Optional<Tls> tls,
            Optional<String> principalId) {
        public Actor(
                String type,
                String arn,
                String name,
                Optional<String> via,
                String sourceAddress,
                String userAgent,
                Optional<String> accessKeyId,
                Optional<RoleSession> session,
                Optional<Tls> tls) {
            this(type, arn, name, via, sourceAddress, userAgent, accessKeyId, session, tls, Optional.empty());
        }

        /// Inside the process: no key signed it.
        public Actor(
                String type, String arn, String name, Optional<String> via, String sourceAddress, String userAgent) {
            this(type, arn, name, via, sourceAddress, userAgent, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /// @param roleId the role's unique id: `AROA…`
    /// @param start when the role was assumed
    /// @param sourceIdentity who began the first of a chain of sessions, where that was said
    public record RoleSession(String roleId, Instant start, Optional<String> sourceIdentity) {
        public RoleSession(String roleId, Instant start) {
            this(roleId, start, Optional.empty());
        }
    }

    /// @param version `TLSv1.3`
    /// @param cipherSuite its name in the registry: `TLS_AES_256_GCM_SHA384`
    /// @param host what the client called this server
    public record Tls(String version, String cipherSuite, String host) {}

    public sealed interface Outcome {
        record Succeeded() implements Outcome {}

        /// @param code the error's name: `AccessDeniedException`
        record Refused(String code, String message) implements Outcome {}
    }

    /// One stored row written (or removed: empty digest) by this event. A removed key's grants go with it, unlisted.
    ///
    /// @param kind `key`, `material`, `alias`, `grant`, `keystore`, `token`, `identity`, `setting`, `file`
    /// @param digest SHA-256 of the row's canonical new content
    public record Change(String kind, String identity, Optional<Blob> digest) {}

    AuditEvent withActor(Actor now) {
        return new AuditEvent(
                time, id, requestId, kind, source, name, effect, now, resources, requestParameters, responseElements,
                additional, outcome, changes);
    }

    /// The same, written at another time and with other rows.
    AuditEvent at(Instant when, List<Change> written) {
        return new AuditEvent(
                when,
                id,
                requestId,
                kind,
                source,
                name,
                effect,
                actor,
                resources,
                requestParameters,
                responseElements,
                additional,
                outcome,
                written);
    }

    public boolean isDenied() {
        return outcome instanceof Outcome.Refused refused && refused.code().equals("AccessDeniedException");
    }
}
