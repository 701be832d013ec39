package app.keyhold;

import app.keyhold.cli.CaughtUp;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.schedule.Report;
import app.keyhold.schedule.Schedule;
import app.keyhold.schedule.Ticking;
import app.keyhold.vault.Attendant;
import app.keyhold.vault.OpenVault;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Gives every vault its schedule while it is open: once at unlock, then every few minutes. Trouble with it never keeps a
/// person from their vault.
final class Timekeeping implements Attendant {
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private final InstantSource clock;
    private final Map<OpenVault, Kept> kept = Collections.synchronizedMap(new IdentityHashMap<>());

    private record Kept(Schedule schedule, CaughtUp atUnlock, Ticking ticking) {}

    Timekeeping(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void unlocked(OpenVault vault, Client service) {
        var schedule = new Schedule(service, clock, System::nanoTime);
        var ticking = new Ticking(schedule, BETWEEN_LOOKS, _ -> {}, _ -> {});
        kept.put(vault, new Kept(schedule, look(schedule), ticking));
    }

    @Override
    public void locking(OpenVault vault) {
        Optional.ofNullable(kept.remove(vault)).ifPresent(one -> one.ticking().close());
    }

    CaughtUp atUnlock(OpenVault vault) {
        return keptFor(vault).atUnlock();
    }

    CaughtUp catchUp(OpenVault vault) {
        return look(keptFor(vault).schedule());
    }

    private Kept keptFor(OpenVault vault) {
        return Optional.ofNullable(kept.get(vault))
                .orElseThrow(() -> new IllegalStateException("This vault was not opened here"));
    }

    private static CaughtUp look(Schedule schedule) {
        try {
            return told(schedule.catchUp());
        } catch (KmsException refused) {
            var failure = new CaughtUp.Failed("-", refused.serviceMessage().orElse(refused.fault().name()));
            return new CaughtUp(List.of(), List.of(), List.of(), List.of(failure), Optional.empty());
        }
    }

    private static CaughtUp told(Report report) {
        return new CaughtUp(
                report.rotated(),
                report.deleted(),
                report.held().stream()
                        .map(held -> new CaughtUp.Waiting(held.keyId(), held.date(), sentence(held.reason())))
                        .toList(),
                report.failed().stream()
                        .map(failed -> new CaughtUp.Failed(failed.keyId(), failed.message()))
                        .toList(),
                report.doubt()
                        .map(doubt -> doubt.ahead()
                                ? "More than 30 days passed between the newest event and this computer's clock."
                                : "This computer's clock is behind the newest event."));
    }

    private static String sentence(Report.Reason reason) {
        return switch (reason) {
            case DATE_UNCONFIRMED -> "the date has to be confirmed";
            case FIRST_ANNOUNCED -> "it is announced today for the first time, and done at the next unlock";
        };
    }
}
