package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Background;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The events of a stretch of time, newest first, fetched a page at a time as a person scrolls down.
public final class EventPages {
    static final int PAGE = 200;

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<Throwable> failed;
    private final Folding folding;
    private final List<Event> events = new ArrayList<>();
    private final Set<Long> unfolded = new HashSet<>();
    private final ObservableList<TimelineItem> lines = FXCollections.observableArrayList();
    // One wrapper for good: listeners on one made anew would be collected with it.
    private final ObservableList<TimelineItem> readOnlyLines = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private EventFilter filter = EventFilter.NONE;
    private Optional<TimeRange> range = Optional.empty();
    private Background.Work asked = () -> {};
    private boolean asking;

    public EventPages(
            Client client, Background background, String screenSession, ZoneId zone, Consumer<Throwable> failed) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.failed = failed;
        this.folding = new Folding(zone);
    }

    /// Starts again from the newest event.
    public void load(EventFilter wanted, TimeRange over) {
        filter = wanted;
        range = Optional.of(over);
        unfolded.clear();
        ask(over, Optional.empty());
    }

    /// The next page, unless one is on its way or there is none.
    public void more() {
        if (!asking && !events.isEmpty() && events.size() < total.get()) {
            range.ifPresent(over -> ask(over, Optional.of(events.getLast().number())));
        }
    }

    private void ask(TimeRange over, Optional<Long> before) {
        asked.cancel();
        asking = true;
        LookupEvents.Request request = filter.page(screenSession, over, before, PAGE);
        asked = background.run(
                () -> client.call(request),
                answer -> {
                    asking = false;
                    if (before.isEmpty()) {
                        events.clear();
                    }
                    events.addAll(answer.events());
                    layOut(before.isPresent());
                    total.set(answer.total());
                    loaded.set(true);
                },
                failure -> {
                    asking = false;
                    failed.accept(failure);
                });
    }

    /// Shows a folded run event by event, or folds it again; `newest` is the run's first event.
    public void toggle(long newest) {
        if (!unfolded.remove(newest)) {
            unfolded.add(newest);
        }
        layOut(true);
    }

    private void layOut(boolean grown) {
        List<TimelineItem> now = folding.lines(events, unfolded);
        int same = 0;
        while (grown && same < Math.min(lines.size(), now.size()) && lines.get(same).equals(now.get(same))) {
            same++;
        }
        // Only the changed tail is replaced, so that the list keeps its place and its selection.
        if (grown) {
            lines.remove(same, lines.size());
            lines.addAll(now.subList(same, now.size()));
        } else {
            lines.setAll(now);
        }
    }

    /// What is loaded so far.
    List<Event> events() {
        return List.copyOf(events);
    }

    public ObservableList<TimelineItem> lines() {
        return readOnlyLines;
    }

    /// How many events match, loaded or not.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// False until the first answer.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
