package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Actor;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Kind;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.AuditEvent.RoleSession;
import app.keyhold.audit.AuditEvent.Tls;
import app.keyhold.crypto.Blob;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The events whose forms are kept as files, by file name: every later version must read them as these.
final class GoldenEvents {
    static final Map<String, AuditEvent> ALL = Map.of(
            "encrypt", encrypt(),
            "denied", denied(),
            "delete-key", deleteKey(),
            "schedule-deletion", scheduled(),
            "assumed-role", assumedRole(),
            "create-key", createKey(),
            "update-alias", updateAlias(),
            "user", user(),
            "rotate-key", rotateKey(),
            "service", service());

    private static final String KEY_ARN =
            "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private static final String OTHER_ARN =
            "arn:aws:kms:us-east-1:123456789012:key/0987dcba-09fe-87dc-65ba-ab0987654321";

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

    /// Over the endpoint with TLS, signed with a role's temporary access key; the algorithm is left to the default.
    static AuditEvent assumedRole() {
        return new AuditEvent(
                Instant.parse("2026-05-01T09:30:00Z"),
                new UUID(10, 11),
                Optional.of(new UUID(12, 13)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "Decrypt",
                Effect.USE,
                new Actor(
                        "AssumedRole",
                        "arn:aws:sts::123456789012:assumed-role/payroll-run/nightly",
                        "payroll-run/nightly",
                        Optional.empty(),
                        "127.0.0.1",
                        "aws-sdk-java/2.57",
                        Optional.of("ASIAIOSFODNN7EXAMPLE"),
                        Optional.of(new RoleSession("AROACKCEVSQ6C2EXAMPLE", Instant.parse("2026-05-01T09:00:00Z"))),
                        Optional.of(new Tls("TLSv1.3", "TLS_AES_256_GCM_SHA384", "localhost:4599"))),
                List.of(KEY_ARN),
                Detail.members(Map.of(
                        "encryptionContext",
                        Detail.members(Map.of("creationDate", new Detail.Text("2026-04-30T00:00:00Z"))))),
                Detail.NOTHING,
                Detail.members(Map.of(
                        "keyMaterialId",
                        new Detail.Text("cd".repeat(32)),
                        "decision",
                        new Detail.Items(List.of(new Detail.Text("Statement 1 of the key policy allows it."))))),
                new Outcome.Succeeded(),
                List.of());
    }

    static AuditEvent createKey() {
        return new AuditEvent(
                Instant.parse("2026-08-10T22:38:27Z"),
                new UUID(14, 15),
                Optional.of(new UUID(16, 17)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "CreateKey",
                Effect.ADMINISTRATION,
                new Actor("Root", "arn:aws:iam::123456789012:root", "owner", Optional.empty(), "desktop", "Keyhold"),
                List.of(KEY_ARN),
                Detail.members(Map.of("description", new Detail.Text("Salaries"), "multiRegion", new Detail.Flag(false))),
                Detail.members(Map.of(
                        "keyMetadata",
                        Detail.members(Map.of(
                                "awsAccountId", new Detail.Text("123456789012"),
                                "arn", new Detail.Text(KEY_ARN),
                                "creationDate", new Detail.Text("2026-08-10T22:38:27Z"),
                                "enabled", new Detail.Flag(true),
                                "encryptionAlgorithms", new Detail.Items(List.of(new Detail.Text("SYMMETRIC_DEFAULT"))))))),
                Detail.NOTHING,
                new Outcome.Succeeded(),
                List.of(new Change("key", "1234abcd-12ab-34cd-56ef-1234567890ab", Optional.of(Blob.of(new byte[32])))));
    }

    /// From one key to another: the event is about the one it points to from then on.
    static AuditEvent updateAlias() {
        return new AuditEvent(
                Instant.parse("2026-03-03T08:00:00Z"),
                new UUID(18, 19),
                Optional.of(new UUID(20, 21)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "UpdateAlias",
                Effect.ADMINISTRATION,
                new Actor("IAMUser", "arn:aws:iam::123456789012:user/eva", "eva", Optional.empty(), "cli", "Keyhold"),
                List.of(KEY_ARN, OTHER_ARN),
                Detail.members(Map.of(
                        "aliasName", new Detail.Text("alias/payroll"),
                        "targetKeyId", new Detail.Text("0987dcba-09fe-87dc-65ba-ab0987654321"))),
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Succeeded(),
                List.of(new Change("alias", "alias/payroll", Optional.of(Blob.of(new byte[32])))));
    }

    /// With the user's unique id, which earlier rows lack.
    static AuditEvent user() {
        Actor eva = updateAlias().actor();
        return updateAlias()
                .withActor(new Actor(
                        eva.type(),
                        eva.arn(),
                        eva.name(),
                        eva.via(),
                        eva.sourceAddress(),
                        eva.userAgent(),
                        eva.accessKeyId(),
                        eva.session(),
                        eva.tls(),
                        Optional.of("AIDACKCEVSQ6C2EXAMPLE")));
    }

    static AuditEvent rotateKey() {
        return new AuditEvent(
                Instant.parse("2027-03-01T00:00:00Z"),
                new UUID(22, 23),
                Optional.empty(),
                Kind.SERVICE_EVENT,
                "kms.amazonaws.com",
                "RotateKey",
                Effect.ADMINISTRATION,
                new Actor("AWSService", "kms.amazonaws.com", "kms", Optional.empty(), "schedule", "Keyhold"),
                List.of(KEY_ARN),
                Detail.members(Map.of("keyId", new Detail.Text("1234abcd-12ab-34cd-56ef-1234567890ab"))),
                Detail.members(Map.of("keyId", new Detail.Text(KEY_ARN))),
                Detail.members(Map.of("keyMaterialId", new Detail.Text("ef".repeat(32)))),
                new Outcome.Succeeded(),
                List.of(new Change("key", "1234abcd-12ab-34cd-56ef-1234567890ab", Optional.of(Blob.of(new byte[32])))));
    }

    /// A service that calls under its own name and is refused.
    static AuditEvent service() {
        return new AuditEvent(
                Instant.parse("2026-03-04T08:00:00Z"),
                new UUID(24, 25),
                Optional.of(new UUID(26, 27)),
                Kind.API_CALL,
                "kms.amazonaws.com",
                "GenerateDataKeyWithoutPlaintext",
                Effect.USE,
                new Actor("AWSService", "ebs.amazonaws.com", "ebs", Optional.empty(), "schedule", "Keyhold"),
                List.of(KEY_ARN),
                Detail.members(Map.of("keyId", new Detail.Text(KEY_ARN), "numberOfBytes", new Detail.Number(64))),
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Refused("DisabledException", KEY_ARN + " is disabled."),
                List.of());
    }
}
