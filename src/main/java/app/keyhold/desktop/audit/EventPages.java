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

/// The events of a stretch of time, newest first, fetched a page at a time as a person scrolls. Only a few pages are
/// held, however far it goes: pages scrolled out of sight are forgotten and fetched again on the way back.
public final class EventPages {
    static final int PAGE = 200;
    /// Pages held at once.
    static final int HELD = 8;

    private final Client client;
    private final Background background;
    private final String screenSession;
    private final Consumer<Throwable> failed;
    private final Folding folding;
    private final List<List<Event>> held = new ArrayList<>();
    /// Of every page from the newest down to the last held one, the number its events lie below.
    private final List<Long> tops = new ArrayList<>();
    private int firstHeld;
    private boolean atEnd;
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
    private Shifting view = (change, events) -> change.run();

    /// Whoever shows the lines, and keeps its place while they move under it.
    @FunctionalInterface
    interface Shifting {
        /// @param gone the events no longer held afterwards
        void around(Runnable change, List<Event> gone);
    }

    public EventPages(
            Client client, Background background, String screenSession, ZoneId zone, Consumer<Throwable> failed) {
        this.client = client;
        this.background = background;
        this.screenSession = screenSession;
        this.failed = failed;
        this.folding = new Folding(zone);
    }

    void shownBy(Shifting shifting) {
        view = shifting;
    }

    /// Starts again from the newest event; looking anew for the same keeps the place.
    public void load(EventFilter wanted, TimeRange over) {
        boolean same = wanted.equals(filter) && loaded.get();
        filter = wanted;
        range = Optional.of(over);
        unfolded.clear();
        ask(Optional.empty(), answer -> {
            if (same) {
                view.around(() -> startWith(answer.events()), List.of());
            } else {
                startWith(answer.events());
            }
        });
    }

    private void startWith(List<Event> newest) {
        held.clear();
        tops.clear();
        firstHeld = 0;
        below(newest, newest.isEmpty() ? 0 : newest.getFirst().number() + 1);
        layOut(false);
    }

    /// The next page, unless one is on its way or there is none.
    public void more() {
        if (!asking && !atEnd && !held.isEmpty() && !held.getLast().isEmpty()) {
            long top = held.getLast().getLast().number();
            ask(Optional.of(top), answer -> {
                if (held.size() < HELD) {
                    below(answer.events(), top);
                    layOut(true);
                } else {
                    List<Event> gone = held.getFirst();
                    view.around(
                            () -> {
                                held.removeFirst();
                                firstHeld++;
                                below(answer.events(), top);
                                layOut(false);
                            },
                            gone);
                }
            });
        }
    }

    private void below(List<Event> page, long top) {
        held.add(page);
        tops.add(top);
        atEnd = page.size() < PAGE;
    }

    /// The page before the first one that is held, unless one is on its way or that is the newest.
    void back() {
        if (!asking && firstHeld > 0) {
            ask(Optional.of(tops.get(firstHeld - 1)), answer -> view.around(
                    () -> {
                        firstHeld--;
                        held.addFirst(answer.events());
                        while (held.size() > HELD) {
                            held.removeLast();
                            tops.removeLast();
                            atEnd = false;
                        }
                        layOut(false);
                    },
                    held.size() < HELD ? List.of() : held.getLast()));
        }
    }

    private void ask(Optional<Long> below, Consumer<LookupEvents.Response> show) {
        asked.cancel();
        asking = true;
        TimeRange over = range.orElseThrow();
        LookupEvents.Request request = filter.page(screenSession, over, below, PAGE);
        asked = background.run(
                () -> client.call(request),
                answer -> {
                    asking = false;
                    show.accept(answer);
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
        List<TimelineItem> now = folding.lines(events(), unfolded);
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

    /// What is held now.
    List<Event> events() {
        return held.stream().flatMap(List::stream).toList();
    }

    /// The number of the newest event that fits, as of when it was loaded; 0 for none.
    long newest() {
        return tops.isEmpty() ? 0 : tops.getFirst() - 1;
    }

    public ObservableList<TimelineItem> lines() {
        return readOnlyLines;
    }

    /// How many events match, held or not.
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// False until the first answer.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }
}
