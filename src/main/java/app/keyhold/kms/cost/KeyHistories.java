package app.keyhold.kms.cost;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.Detail;
import app.keyhold.audit.EventFilter;
import app.keyhold.crypto.KeySpec;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the histories of keys: of those that are there from themselves, of those that are gone from the trail.
final class KeyHistories {
    private static final int PAGE = 1_000;

    private final AuditTrail trail;

    KeyHistories(AuditTrail trail) {
        this.trail = trail;
    }

    KeyHistory of(Key key) {
        String arn = key.arn().toString();
        return new KeyHistory(
                arn,
                key.spec(),
                key.created(),
                key.deletionDate().isPresent() ? newest(arn, Set.of("ScheduleKeyDeletion")) : Optional.empty(),
                key.materials().stream()
                        .filter(material -> material.rotation().isPresent())
                        .map(KeyMaterial::created)
                        .sorted()
                        .toList());
    }

    /// Keys that were deleted, as far as the trail says when they were made.
    List<KeyHistory> ofDeleted() {
        return all(filter(Set.of(), Set.of("DeleteKey"))).stream()
                .flatMap(row -> row.event().resources().stream().limit(1))
                .distinct()
                .flatMap(arn -> deleted(arn).stream())
                .toList();
    }

    private Optional<KeyHistory> deleted(String arn) {
        List<AuditRow> made = trail.page(filter(Set.of(arn), Set.of("CreateKey")), Long.MAX_VALUE, 1);
        return made.stream().findFirst().map(row -> new KeyHistory(
                arn,
                spec(row.event()),
                row.event().time(),
                newest(arn, Set.of("ScheduleKeyDeletion")).or(() -> newest(arn, Set.of("DeleteKey"))),
                all(filter(Set.of(arn), Set.of("RotateKey", "RotateKeyOnDemand"))).stream()
                        .map(rotated -> rotated.event().time())
                        .sorted()
                        .toList()));
    }

    private static KeySpec spec(AuditEvent event) {
        return event.responseElements().values().get("keyMetadata") instanceof Detail.Members metadata
                        && metadata.values().get("keySpec") instanceof Detail.Text(String name)
                ? KeySpec.valueOf(name)
                : KeySpec.SYMMETRIC_DEFAULT;
    }

    private Optional<Instant> newest(String arn, Set<String> names) {
        return trail.page(filter(Set.of(arn), names), Long.MAX_VALUE, 1).stream()
                .findFirst()
                .map(row -> row.event().time());
    }

    private List<AuditRow> all(EventFilter filter) {
        List<AuditRow> all = new ArrayList<>();
        List<AuditRow> page = trail.page(filter, Long.MAX_VALUE, PAGE);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < PAGE ? List.of() : trail.page(filter, page.getLast().number(), PAGE);
        }
        return all;
    }

    private static EventFilter filter(Set<String> arns, Set<String> names) {
        return new EventFilter(
                Optional.empty(),
                Optional.empty(),
                arns,
                Set.of(),
                names,
                Optional.of(EventFilter.Result.ALLOWED),
                Optional.empty());
    }
}
