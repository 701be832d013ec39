package app.keyhold.vault;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// What one unlock costs on this computer, measured and not guessed: the usual cost where that is bearable, less memory
/// on a slow machine, never less than the floor.
///
/// @param unlock how long the derivation takes at `cost`
public record KdfCalibration(KdfCost cost, Duration unlock) {
    /// Longer, and people look for shortcuts.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final int STEP_KIB = 16 * 1024;

    /// Derives once or twice with a meaningless passphrase.
    public static KdfCalibration measure() {
        return measure(KdfCalibration::derive);
    }

    /// The floor first, because it is cheap: what it takes tells whether the usual cost is worth trying.
    static KdfCalibration measure(Function<KdfCost, Duration> derivation) {
        var floor = derivation.apply(KdfCost.FLOOR);
        var affordable = affordable(floor);
        return affordable.equals(KdfCost.FLOOR)
                ? new KdfCalibration(KdfCost.FLOOR, floor)
                : new KdfCalibration(affordable, derivation.apply(affordable));
    }

    /// Time grows with memory, and a little faster beyond the processor's caches.
    private static KdfCost affordable(Duration floor) {
        long heap = Runtime.getRuntime().maxMemory() / 1024 / 2;
        double times = PATIENCE.toNanos() / (1.25 * Math.max(floor.toNanos(), 1));
        long wanted = Math.min(KdfCost.DEFAULT.memoryKib(), (long) (KdfCost.FLOOR.memoryKib() * times));
        long memory = Math.max(KdfCost.FLOOR.memoryKib(), Math.min(wanted, heap) / STEP_KIB * STEP_KIB);
        return new KdfCost((int) memory, KdfCost.DEFAULT.passes(), KdfCost.DEFAULT.lanes());
    }

    /// One derivation with a meaningless passphrase.
    public static Duration time(KdfCost cost) {
        return derive(cost);
    }

    private static Duration derive(KdfCost cost) {
        var argon = new Argon2id.Cost(cost.memoryKib(), cost.passes(), cost.lanes());
        long start = System.nanoTime();
        try (var meaningless = SecretBytes.takeOver(new byte[16])) {
            Argon2id.derive(meaningless, new byte[Argon2id.SALT_BYTES], Optional.empty(), argon, 32).close();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
