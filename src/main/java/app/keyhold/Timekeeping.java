package app.keyhold;

import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.schedule.Report;
import app.keyhold.schedule.Schedule;
import app.keyhold.schedule.Ticking;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.CaughtUp;
import app.keyhold.vault.OpenVault;
import app.keyhold.vault.Timetable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Gives every vault its schedule while it is open: once at unlock, then every few minutes. Trouble with it never keeps a
/// person from their vault.
final class Timekeeping implements Attendant {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<OpenVault, Kept> kept = Collections.synchronizedMap(new IdentityHashMap<>());

    /// @param listeners told of later looks, on the schedule's own thread
    private record Kept(Schedule schedule, CaughtUp atUnlock, Ticking ticking, List<Consumer<CaughtUp>> listeners)
            implements Timetable {
        @Override
        public CaughtUp lookAgain() {
            return look(schedule);
        }

        @Override
        public void listen(Consumer<CaughtUp> told) {
            listeners.add(told);
        }
    }

    Timekeeping(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void unlocked(OpenVault vault, Client service) {
        var schedule = new Schedule(service, clock, System::nanoTime);
        List<Consumer<CaughtUp>> listeners = new CopyOnWriteArrayList<>();
        CaughtUp atUnlock = look(schedule);
        var ticking = new Ticking(
                schedule,
                BETWEEN_LOOKS,
                report -> listeners.forEach(listener -> listener.accept(told(report))),
                _ -> {});
        kept.put(vault, new Kept(schedule, atUnlock, ticking, listeners));
    }

    @Override
    public void locking(OpenVault vault) {
        Optional.ofNullable(kept.remove(vault)).ifPresent(one -> one.ticking().close());
    }

    Optional<Timetable> find(OpenVault vault) {
        return Optional.ofNullable(kept.get(vault));
    }

    Timetable of(OpenVault vault) {
        return find(vault)
                .orElseThrow(() -> new IllegalStateException("This vault was not opened here"));
    }

    private static CaughtUp look(Schedule schedule) {
        try {
            return told(schedule.catchUp());
        } catch (KmsException refused) {
            var failure = new CaughtUp.Failed(
                    "-", "the schedule", refused.serviceMessage().orElse(refused.fault().name()));
            return new CaughtUp(List.of(), List.of(), List.of(), List.of(failure), Optional.empty());
        }
    }

    private static CaughtUp told(Report report) {
        return new CaughtUp(
                report.rotated().stream()
                        .map(one -> new CaughtUp.Rotated(one.keyId(), one.name()))
                        .toList(),
                report.deleted().stream()
                        .map(one -> new CaughtUp.Deleted(
                                one.keyId(),
                                subject(one.name(), one.materialId()),
                                one.stillHolding(),
                                one.leftInToken()))
                        .toList(),
                report.held().stream()
                        .map(one -> new CaughtUp.Waiting(
                                one.keyId(), subject(one.name(), one.materialId()), one.date(), why(one.reason())))
                        .toList(),
                report.failed().stream()
                        .map(one -> new CaughtUp.Failed(one.keyId(), one.name(), one.message()))
                        .toList(),
                report.doubt().map(doubt -> new CaughtUp.Doubt(doubt.ahead(), doubt.seen(), doubt.now())));
    }

    private static String subject(String name, Optional<String> materialId) {
        return materialId.map(_ -> "the expired material of " + name).orElse(name);
    }

    private static CaughtUp.Why why(Report.Reason reason) {
        return switch (reason) {
            case DATE_UNCONFIRMED -> CaughtUp.Why.DATE_UNCONFIRMED;
            case FIRST_ANNOUNCED -> CaughtUp.Why.FIRST_ANNOUNCED;
        };
    }
}
