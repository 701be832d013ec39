package app.keyhold.vault;

import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditRow;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Principal;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.UnitOfWork;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Writes what the vault does while no door is open, before the first unlock or behind the last call: each change with
/// its row, as everywhere.
final class VaultEvents {
    private final RegionStore region;
    private final InstantSource clock;
    private final AuditEvent.Actor actor;

    VaultEvents(RegionStore region, InstantSource clock, Principal principal, String front) {
        this.region = region;
        this.clock = clock;
        this.actor = new AuditEvent.Actor(
                switch (principal) {
                    case Principal.Root _ -> "Root";
                    case Principal.Service _ -> "AWSService";
                    default -> "IAMUser";
                },
                principal.arn(),
                principal.name(),
                Optional.empty(),
                front,
                "Keyhold");
    }

    /// @param facts of the event, by name
    AuditRow record(String name, Map<String, String> facts, Consumer<UnitOfWork> change) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try (var transaction = region.begin()) {
            var written = transaction.write(now, work -> {
                change.accept(work);
                return name;
            });
            var row = transaction.append(event(now, name, facts, written.changes()));
            transaction.commit();
            return row;
        }
    }

    private AuditEvent event(Instant now, String name, Map<String, String> facts, List<AuditEvent.Change> changes) {
        var additional = new TreeMap<String, Detail>();
        facts.forEach((fact, value) -> additional.put(fact, new Detail.Text(value)));
        return new AuditEvent(
                now,
                Randomness.uuid(),
                Optional.empty(),
                AuditEvent.Kind.SERVICE_EVENT,
                "keyhold.app",
                name,
                AuditEvent.Effect.ADMINISTRATION,
                actor,
                List.of(),
                Detail.NOTHING,
                Detail.NOTHING,
                new Detail.Members(additional),
                new AuditEvent.Outcome.Succeeded(),
                changes);
    }
}
