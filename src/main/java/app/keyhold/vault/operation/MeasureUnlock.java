package app.keyhold.vault.operation;

import app.keyhold.audit.AuditEvent;
import app.keyhold.crypto.Argon2id;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.vault.HeaderKeeper;
import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.NewVault.KdfCost;
import app.keyhold.vault.slot.Slot;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// How long unlocking takes on this computer, by one derivation with a meaningless passphrase, and how dear a guess is.
public final class MeasureUnlock extends VaultOperation<MeasureUnlock.Request, MeasureUnlock.Response> {
    private static final Duration QUICK = Duration.ofMillis(300);
    private static final Duration SLOW = Duration.ofSeconds(2);

    public record Request() implements KmsRequest<Response> {}

    /// @param slots those with a passphrase
    public record Response(List<Measured> slots) {}

    /// @param kdf `Argon2id, 256 MiB, 3 passes`
    public record Measured(String userName, String kdf, long milliseconds, Verdict verdict) {}

    public enum Verdict {
        FINE,
        /// Cheaper than Keyhold makes any: guesses are, too.
        WEAK,
        /// Below 0.3 s: this computer could bear more.
        QUICK,
        /// Above 2 s.
        SLOW
    }

    private final HeaderKeeper headers;

    public MeasureUnlock(HeaderKeeper headers) {
        super(Request.class, SOURCE);
        this.headers = headers;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        Map<Argon2id.Cost, Duration> times = new ConcurrentHashMap<>();
        List<String> names = Users.names(view);
        return Prepared.answer(new Response(headers.current().slots().stream()
                .map(slot -> slot.shownAs(names))
                .flatMap(slot -> measured(slot, times))
                .toList()));
    }

    private static Stream<Measured> measured(Slot slot, Map<Argon2id.Cost, Duration> times) {
        if (!(slot.kdf() instanceof Slot.Kdf.Passphrase(var cost, _, _))) {
            return Stream.empty();
        }
        var asked = new KdfCost(cost.memoryKib(), cost.iterations(), cost.lanes());
        var took = times.computeIfAbsent(cost, _ -> KdfCalibration.time(asked));
        return Stream.of(new Measured(slot.user(), slot.describeKdf(), took.toMillis(), verdict(asked, took)));
    }

    private static Verdict verdict(KdfCost cost, Duration took) {
        if (took.compareTo(SLOW) > 0) {
            return Verdict.SLOW;
        }
        if ((long) cost.memoryKib() * cost.passes() < (long) KdfCost.FLOOR.memoryKib() * KdfCost.FLOOR.passes()) {
            return Verdict.WEAK;
        }
        boolean couldBeDearer = cost.memoryKib() < KdfCost.DEFAULT.memoryKib();
        return took.compareTo(QUICK) < 0 && couldBeDearer ? Verdict.QUICK : Verdict.FINE;
    }
}
