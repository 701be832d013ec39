package app.keyhold.files;

import java.time.Duration;
import java.util.Optional;

/// How far and how fast.
///
/// @param bytesPerSecond smoothed over about five seconds; 0 while nothing is known
/// @param remaining empty until it is worth believing: three seconds in, and steady
public record Pace(long bytesDone, long bytesTotal, double bytesPerSecond, Optional<Duration> remaining) {
    static final Pace NONE = new Pace(0, 0, 0, Optional.empty());

    /// 0 to 1; a batch of empty files is 0 until it is over.
    public double fraction() {
        return bytesTotal <= 0 ? 0 : Math.min(1, (double) bytesDone / bytesTotal);
    }
}
