package app.keyhold.desktop.frame;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which screen is in view, and the way back. Makes each screen when it is first needed.
public final class Navigator implements Navigation {
    private static final int HISTORY = 50;

    private final Map<Place, ScreenFactory> factories;
    private final ScreenContext context;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final ReadOnlyObjectWrapper<Place> current;
    private final Deque<Place> past = new ArrayDeque<>();
    private final Deque<Place> future = new ArrayDeque<>();

    /// @param contextFor gives the context its screens are made with, this navigator inside
    Navigator(Map<Place, ScreenFactory> factories, Place first, Function<Navigation, ScreenContext> contextFor) {
        this.factories = new EnumMap<>(factories);
        this.context = contextFor.apply(this);
        this.current = new ReadOnlyObjectWrapper<>(first);
    }

    /// The places there are screens for, in the rail's order.
    public List<Place> places() {
        return List.copyOf(factories.keySet());
    }

    public ReadOnlyObjectProperty<Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    public ScreenContext context() {
        return context;
    }

    public Screen screen(Place place) {
        var factory = factories.get(place);
        if (factory == null) {
            throw new IllegalArgumentException("No screen for " + place);
        }
        return screens.computeIfAbsent(place, _ -> factory.create(context));
    }

    public Screen currentScreen() {
        return screen(current.get());
    }

    @Override
    public void go(Place place) {
        if (place != current.get() && factories.containsKey(place)) {
            past.push(current.get());
            if (past.size() > HISTORY) {
                past.removeLast();
            }
            future.clear();
            show(place);
        }
    }

    @Override
    public void open(Place place, String subject) {
        if (factories.containsKey(place)) {
            go(place);
            screen(place).open(subject);
        }
    }

    @Override
    public void encrypt(List<Path> files, String keyId) {
        if (factories.containsKey(Place.FILES)) {
            ((DropReceiver) screen(Place.FILES)).encrypt(files, keyId);
        }
    }

    @Override
    public void reencrypt(List<Path> files) {
        if (factories.containsKey(Place.FILES)) {
            ((DropReceiver) screen(Place.FILES)).reencrypt(files);
        }
    }

    @Override
    public void back() {
        if (!past.isEmpty()) {
            future.push(current.get());
            show(past.pop());
        }
    }

    @Override
    public void forward() {
        if (!future.isEmpty()) {
            past.push(current.get());
            show(future.pop());
        }
    }

    private void show(Place place) {
        currentScreen().onHide();
        current.set(place);
        currentScreen().onShow();
    }

    void dispose() {
        screens.values().forEach(Screen::dispose);
    }
}
