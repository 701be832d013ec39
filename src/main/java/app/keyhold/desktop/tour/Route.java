package app.keyhold.desktop.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// The stops in their order, while they are put together.
final class Route {
    private final List<Stop> stops = new ArrayList<>();

    void picture(String name, Runnable arrive) {
        stops.add(new Stop(name, () -> {}, arrive, () -> true, true));
    }

    void step(Runnable arrive) {
        step(() -> {}, arrive);
    }

    /// What no person at the window does.
    void apart(Runnable before) {
        step(before, () -> {});
    }

    private void step(Runnable before, Runnable arrive) {
        stops.add(new Stop("step-" + stops.size(), before, arrive, () -> true, false));
    }

    /// Goes on only when that has come.
    void waitFor(String name, BooleanSupplier settled) {
        stops.add(new Stop(name, () -> {}, () -> {}, settled, false));
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }
}
