package app.keyhold.desktop.firstrun;

import app.keyhold.desktop.part.Words;
import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;

/// What unlocking will cost on this computer, and how to say it.
///
/// @param unlock measured for `cost`
public record Calibration(KdfCost cost, Duration unlock) {
    private static final Words WORDS = Words.of(Calibration.class);

    /// Takes about as long as an unlock or two.
    public static Calibration measure() {
        var measured = KdfCalibration.measure();
        return new Calibration(measured.cost(), measured.unlock());
    }

    /// `Unlocking will take about 0.8 s on this computer (Argon2id, 256 MiB).`
    String sentence() {
        return WORDS.get("unlockTime", Math.max(0.1, unlock.toMillis() / 1000.0), cost.memoryKib() / 1024);
    }
}
