package app.keyhold.desktop.firstrun;

import app.keyhold.vault.KdfCalibration;
import app.keyhold.vault.NewVault.KdfCost;
import java.time.Duration;
import java.util.Locale;

/// What unlocking will cost on this computer, and how to say it.
///
/// @param unlock measured for `cost`
public record Calibration(KdfCost cost, Duration unlock) {
    /// Takes about as long as an unlock or two.
    public static Calibration measure() {
        var measured = KdfCalibration.measure();
        return new Calibration(measured.cost(), measured.unlock());
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
