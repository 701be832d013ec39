package app.keyhold.desktop.frame;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which screen is in view, what is open in it, and the way back. Makes each screen when it is first needed.
public final class Navigator implements Navigation {
    private final Map<Place, ScreenFactory> factories;
    private final ScreenContext context;
    private final Map<Place, Screen> screens = new EnumMap<>(Place.class);
    private final ReadOnlyObjectWrapper<Place> current;
    private final Visits visits;
    /// What screens tell of themselves meanwhile is not a person's doing.
    private boolean travelling;

    /// @param contextFor gives the context its screens are made with, this navigator inside
    Navigator(Map<Place, ScreenFactory> factories, Place first, Function<Navigation, ScreenContext> contextFor) {
        this.factories = new EnumMap<>(factories);
        this.context = contextFor.apply(this);
        this.current = new ReadOnlyObjectWrapper<>(first);
        this.visits = new Visits(context.clock(), new Visit(first, Optional.empty()));
    }

    /// The places there are screens for, in the rail's order.
    public List<Place> places() {
        return List.copyOf(factories.keySet());
    }

    public ReadOnlyObjectProperty<Place> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The screen in view with what is open in it.
    public ReadOnlyObjectProperty<Visit> visitProperty() {
        return visits.currentProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return visits.canGoBackProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return visits.canGoForwardProperty();
    }

    public ScreenContext context() {
        return context;
    }

    public Screen screen(Place place) {
        var factory = factories.get(place);
        if (factory == null) {
            throw new IllegalArgumentException("No screen for " + place);
        }
        var made = screens.get(place);
        if (made == null) {
            made = factory.create(context);
            screens.put(place, made);
            made.subject().subscribe(subject -> opened(place, subject));
        }
        return made;
    }

    private void opened(Place place, Optional<Subject> subject) {
        if (!travelling && place == current.get()) {
            visits.went(new Visit(place, subject));
        }
    }

    public Screen currentScreen() {
        return screen(current.get());
    }

    @Override
    public void go(Place place) {
        if (place != current.get() && factories.containsKey(place)) {
            travel(() -> show(place));
            visits.went(new Visit(place, screen(place).subject().getValue()));
        }
    }

    @Override
    public void open(Place place, String subject) {
        if (factories.containsKey(place)) {
            travel(() -> {
                show(place);
                screen(place).open(subject);
            });
            visits.went(new Visit(place, screen(place).subject().getValue()));
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
        visits.back().ifPresent(this::arrive);
    }

    @Override
    public void forward() {
        visits.forward().ifPresent(this::arrive);
    }

    private void arrive(Visit visit) {
        travel(() -> {
            show(visit.place());
            var screen = screen(visit.place());
            visit.subject().ifPresentOrElse(subject -> screen.open(subject.id()), screen::closeSubject);
        });
    }

    private void travel(Runnable way) {
        travelling = true;
        try {
            way.run();
        } finally {
            travelling = false;
        }
    }

    private void show(Place place) {
        if (place != current.get()) {
            currentScreen().onHide();
            current.set(place);
            currentScreen().onShow();
        }
    }

    void dispose() {
        screens.values().forEach(Screen::dispose);
    }
}
