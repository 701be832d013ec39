package app.keyhold.store;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.AuditEvent.Outcome;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.CheckpointSigner;
import app.keyhold.audit.Detail;
import app.keyhold.audit.TestAuditKey;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Identity;
import app.keyhold.iam.Principal;
import app.keyhold.iam.RoleTerms;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyArn;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.Rotation;
import app.keyhold.kms.key.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// Keys, events and the like, and short ways to write them.
final class Samples {
    static final RegionIdentity REGION =
            new RegionIdentity("4f9c6a70-7a2e-4a7c-9a52-0f9d3b1c2d3e", "123456789012", "us-east-1");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final String OWNER = "arn:aws:iam::123456789012:root";
    static final CheckpointSigner SIGNER = new TestAuditKey();
    static final Function<View, CheckpointSigner> SIGNING = _ -> SIGNER;

    private Samples() {}

    static SecretBytes databaseKey() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 7 + 1);
        }
        return SecretBytes.takeOver(key);
    }

    static Key key(int number) {
        return new Key(
                new KeyArn(REGION.region(), REGION.account(), id(number)),
                KeySpec.SYMMETRIC_DEFAULT,
                KeyUsage.ENCRYPT_DECRYPT,
                KeyOrigin.AWS_KMS,
                KeyManager.CUSTOMER,
                NOON.plusNanos(number),
                KeyState.Enabled,
                "Key of number " + number,
                Optional.empty(),
                Rotation.OFF,
                "{\"Version\":\"2012-10-17\"}",
                List.of(new Tag("team", "payroll"), new Tag("a", "")),
                List.of(material(number, 0)),
                0);
    }

    static String id(int number) {
        return new UUID(0x40008000L + number, 0x8000000000000000L).toString();
    }

    static KeyMaterial material(int key, int generation) {
        String id = "%08x%056x".formatted(key, generation);
        return new KeyMaterial(
                id, Blob.of(("wrapped " + id).getBytes()), Optional.empty(), NOON.plusSeconds(generation), Optional.empty());
    }

    static Alias alias(String name, int key) {
        return new Alias("alias/" + name, id(key), NOON, NOON, 0);
    }

    static Identity user(String name) {
        return Identity.of(
                        new Principal.User(REGION.account(), name),
                        "AIDA" + name,
                        List.of(new Identity.NamedPolicy("Everything", "{\"Effect\":\"Allow\"}")),
                        NOON)
                .withSlotId("slot-" + name);
    }

    static Identity role(String name) {
        return Identity.ofRole(
                        new Principal.Role(REGION.account(), name),
                        "AROA" + name,
                        new RoleTerms("{\"Statement\":[]}", "of " + name, 3_600, 2),
                        NOON)
                .withPermissionsBoundary(Optional.of("{\"Effect\":\"Deny\"}"));
    }

    static AuditEvent event(String name, Effect effect, Instant time, List<Change> changes) {
        return new AuditEvent(
                time,
                UUID.nameUUIDFromBytes((name + time + changes).getBytes()),
                Optional.of(new UUID(1, 2)),
                AuditEvent.Kind.API_CALL,
                "kms.amazonaws.com",
                name,
                effect,
                new AuditEvent.Actor("Root", OWNER, "owner", Optional.empty(), "cli", "Keyhold"),
                List.of("arn:aws:kms:us-east-1:123456789012:key/" + id(1)),
                Detail.members(Map.of("encryptionContext", Detail.members(Map.of("purpose", new Detail.Text("test"))))),
                Detail.NOTHING,
                Detail.NOTHING,
                new Outcome.Succeeded(),
                changes);
    }

    static AuditEvent use(Instant time) {
        return event("Encrypt", Effect.USE, time, List.of());
    }

    static AuditEvent refused(String name, String code, Instant time) {
        AuditEvent event = event(name, Effect.USE, time, List.of());
        return new AuditEvent(
                event.time(),
                event.id(),
                event.requestId(),
                event.kind(),
                event.source(),
                event.name(),
                event.effect(),
                event.actor(),
                event.resources(),
                event.requestParameters(),
                event.responseElements(),
                event.additional(),
                new Outcome.Refused(code, "No."),
                event.changes());
    }

    /// One transaction that writes, records what it wrote, and commits.
    static AuditRow write(RegionStore store, Consumer<UnitOfWork> call) {
        return write(store, NOON, call);
    }

    static AuditRow write(RegionStore store, Instant time, Consumer<UnitOfWork> call) {
        try (RegionStore.Transaction transaction = store.begin()) {
            var written = transaction.write(time, work -> {
                call.accept(work);
                return "done";
            });
            AuditRow row = transaction.append(event("CreateKey", Effect.ADMINISTRATION, time, written.changes()));
            transaction.commit();
            return row;
        }
    }

    static void append(RegionStore store, AuditEvent... events) {
        try (RegionStore.Transaction transaction = store.begin()) {
            for (AuditEvent event : events) {
                transaction.append(event);
            }
            transaction.commit();
        }
    }
}
