package app.keyhold.desktop.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableIntegerValue;

/// Decides when to lock. Somebody calls [#tick] about once a second; a gap between two ticks, or a clock that went back,
/// is taken for sleep, which no Java runtime reports on every system.
public final class AutoLock {
    /// Longer than any pause of a busy program, shorter than any sleep that matters.
    static final Duration SLEEP = Duration.ofSeconds(30);

    public enum Reason {
        IDLE,
        SLEPT,
        /// The desktop said so; see [SessionSignals].
        SESSION_LOCKED,
        /// What a locked window left the vault open for is done.
        DONE
    }

    private final InstantSource clock;
    private final ObservableIntegerValue minutes;
    private final Consumer<Reason> lock;
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private Instant lastUse;
    private Instant lastTick;
    private boolean locked;
    private boolean held;

    /// @param minutes without use until the lock; 0 for never
    public AutoLock(InstantSource clock, ObservableIntegerValue minutes, Consumer<Reason> lock) {
        this.clock = clock;
        this.minutes = minutes;
        this.lock = lock;
        lastUse = clock.instant();
        lastTick = lastUse;
        left.set(limit());
    }

    /// A key was pressed or the mouse moved.
    public void used() {
        lastUse = clock.instant();
    }

    /// While something was told to go on, nobody need touch anything; sleep locks all the same.
    public void hold(boolean held) {
        this.held = held;
        used();
    }

    public void tick() {
        Instant now = clock.instant();
        var gap = Duration.between(lastTick, now);
        lastTick = now;
        if (locked) {
            return;
        }
        if (held) {
            used();
        }
        if (gap.compareTo(SLEEP) > 0 || gap.isNegative() && gap.negated().compareTo(SLEEP) > 0) {
            lock(Reason.SLEPT);
            return;
        }
        if (minutes.get() > 0) {
            var remaining = limit().minus(Duration.between(lastUse, now));
            left.set(remaining.isNegative() ? Duration.ZERO : remaining);
            if (!remaining.isPositive()) {
                lock(Reason.IDLE);
            }
        }
    }

    private Duration limit() {
        return Duration.ofMinutes(minutes.get());
    }

    private void lock(Reason reason) {
        locked = true;
        lock.accept(reason);
    }

    /// Time until the lock, if nothing is touched; means nothing while the limit is 0.
    public ReadOnlyObjectProperty<Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }
}
