package app.keyhold.desktop.firstrun;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What unlocking will cost on this computer.
///
/// @param unlock measured for `cost`, or worked out from a measurement
public record Calibration(KdfCost cost, Duration unlock) {
    /// Longer and people look for shortcuts; desktop users put up with about this.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /// Derives once with a meaningless passphrase: takes as long as an unlock. Less memory where the usual amount is slow
    /// or missing, never less than the floor.
    public static Calibration measure() {
        try {
            return fit(KdfCost.DEFAULT, time(KdfCost.DEFAULT));
        } catch (OutOfMemoryError tooMuch) {
            return new Calibration(KdfCost.FLOOR, time(KdfCost.FLOOR));
        }
    }

    static Calibration fit(KdfCost cost, Duration taken) {
        if (taken.compareTo(PATIENCE) <= 0) {
            return new Calibration(cost, taken);
        }
        int affordable = (int) (cost.memoryKib() * (PATIENCE.toMillis() / (double) taken.toMillis()));
        int memory = Math.max(KdfCost.FLOOR.memoryKib(), affordable / 1024 * 1024);
        var fitted = new KdfCost(memory, cost.passes(), cost.lanes());
        return new Calibration(fitted, taken.multipliedBy(memory).dividedBy(cost.memoryKib()));
    }

    private static Duration time(KdfCost cost) {
        long start = System.nanoTime();
        try (var meaningless = SecretBytes.takeOver(new byte[16]);
                var derived = Argon2id.derive(
                        meaningless,
                        new byte[32],
                        Optional.empty(),
                        new Argon2id.Cost(cost.memoryKib(), cost.passes(), cost.lanes()),
                        32)) {
            return derived.length() == 32 ? Duration.ofNanos(System.nanoTime() - start) : Duration.ZERO;
        }
    }

    /// `Unlocking will take about 0.8 s on this computer (Argon2id, 256 MiB).`
    String sentence() {
        return String.format(
                Locale.ENGLISH,
                "Unlocking will take about %.1f s on this computer (Argon2id, %d MiB).",
                Math.max(0.1, unlock.toMillis() / 1000.0),
                cost.memoryKib() / 1024);
    }
}
