package app.keyhold.desktop.frame;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The way back and forward, as in a browser. What was only passed, with the arrow keys
/// down a list or while a screen was loading, is no stop on it.
final class Visits {
    private static final int LIMIT = 100;
    private static final Duration PASSING = Duration.ofMillis(700);

    private final InstantSource clock;
    private final Deque<Visit> past = new ArrayDeque<>();
    private final Deque<Visit> future = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<Visit> current;
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private Instant since;

    Visits(InstantSource clock, Visit first) {
        this.clock = clock;
        this.current = new ReadOnlyObjectWrapper<>(first);
        this.since = clock.instant();
    }

    /// A person went somewhere; the same place under a better title is no other place.
    void went(Visit to) {
        if (!to.isSame(current.get())) {
            Instant now = clock.instant();
            if (!isPassing(to, now)) {
                past.push(current.get());
                if (past.size() > LIMIT) {
                    past.removeLast();
                }
            }
            since = now;
            future.clear();
        }
        arrive(to);
    }

    private boolean isPassing(Visit to, Instant now) {
        return current.get().place() == to.place() && since.plus(PASSING).isAfter(now);
    }

    Optional<Visit> back() {
        return travel(past, future);
    }

    Optional<Visit> forward() {
        return travel(future, past);
    }

    private Optional<Visit> travel(Deque<Visit> from, Deque<Visit> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        to.push(current.get());
        since = clock.instant();
        arrive(from.pop());
        return Optional.of(current.get());
    }

    private void arrive(Visit at) {
        current.set(at);
        canGoBack.set(!past.isEmpty());
        canGoForward.set(!future.isEmpty());
    }

    ReadOnlyObjectProperty<Visit> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }
}
