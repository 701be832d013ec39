package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The events whose forms are kept as files, by file name: every later version must read them as these.
final class GoldenEvents {
    static final Map<String, AuditEvent> ALL =
            Map.of("encrypt", encrypt(), "denied", denied(), "delete-key", deleteKey(), "schedule-deletion", scheduled());

    private GoldenEvents() {}

    static AuditEvent encrypt() {
        return new AuditEvent(
                Instant.parse("2026-03-01T12:00:00.123Z"),
                new UUID(0x0123456789abcdefL, 0x8123456789abcdefL),
                Optional.of(new UUID(7, 9)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "Encrypt",
                Effect.USE,
                new Actor(
                        "Root",
                        "arn:aws:iam::123456789012:root",
                        "owner",
                        Optional.of("files.us-east-1.amazonaws.com"),
                        "desktop",
                        "Keyhold/1.0"),
                List.of("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                Detail.members(Map.of(
                        "keyId",
                        new Detail.Text("alias/my-files"),
                        "encryptionAlgorithm",
                        new Detail.Text("SYMMETRIC_DEFAULT"),
                        "encryptionContext",
                        Detail.members(Map.of("für", new Detail.Text("Löhne 💶"), "a", new Detail.Text(""))),
                        "grantTokens",
                        new Detail.Items(List.of(new Detail.Text("t"), new Detail.Number(-1), new Detail.Flag(true))))),
                Detail.NOTHING,
                Detail.members(Map.of("keyMaterialId", new Detail.Text("ab".repeat(32)))),
                new Outcome.Succeeded(),
                List.of());
    }

    static AuditEvent denied() {
        return new AuditEvent(
                Instant.parse("2026-03-01T12:00:01Z"),
                new UUID(1, 2),
                Optional.of(new UUID(3, 4)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "Decrypt",
                Effect.USE,
                new Actor(
                        "IAMUser", "arn:aws:iam::123456789012:user/eva", "eva", Optional.empty(), "127.0.0.1", "aws-cli"),
                List.of("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                Detail.NOTHING,
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Refused("AccessDeniedException", "User eva is not authorized to perform: kms:Decrypt"),
                List.of());
    }

    static AuditEvent deleteKey() {
        return new AuditEvent(
                Instant.parse("2026-04-01T00:00:00Z"),
                new UUID(5, 6),
                Optional.empty(),
                Kind.SERVICE_EVENT,
                "kms.amazonaws.com",
                "DeleteKey",
                Effect.ADMINISTRATION,
                new Actor("AWSService", "kms.amazonaws.com", "kms", Optional.empty(), "schedule", "Keyhold"),
                List.of("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                Detail.members(Map.of("keyId", new Detail.Text("1234abcd-12ab-34cd-56ef-1234567890ab"))),
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Succeeded(),
                List.of(
                        new Change("key", "1234abcd-12ab-34cd-56ef-1234567890ab", Optional.empty()),
                        new Change("alias", "alias/payroll", Optional.of(Blob.of(new byte[32])))));
    }

    static AuditEvent scheduled() {
        return new AuditEvent(
                Instant.parse("2026-03-02T08:00:00.999Z"),
                new UUID(8, 8),
                Optional.of(new UUID(9, 9)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "ScheduleKeyDeletion",
                Effect.ADMINISTRATION,
                new Actor("Root", "arn:aws:iam::123456789012:root", "owner", Optional.empty(), "cli", "Keyhold"),
                List.of("arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
                Detail.members(Map.of("pendingWindowInDays", new Detail.Number(30))),
                Detail.members(Map.of("deletionDate", new Detail.Text("2026-04-01T08:00:00Z"))),
                Detail.NOTHING,
                new Outcome.Succeeded(),
                List.of(new Change("key", "1234abcd-12ab-34cd-56ef-1234567890ab", Optional.of(Blob.of(new byte[32])))));
    }
}
