package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Background;
import app.keyhold.kms.Client;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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
    /// As of when the newest page was asked for; what came later is not shown before it is asked for again.
    private long newest;
    private boolean atStart;
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
        askBelow(Optional.empty(), answer -> {
            if (same) {
                view.around(() -> startWith(answer), List.of());
            } else {
                startWith(answer);
            }
        });
    }

    private void startWith(List<Event> page) {
        held.clear();
        held.add(page);
        newest = page.isEmpty() ? 0 : page.getFirst().number();
        atStart = true;
        atEnd = page.size() < PAGE;
        layOut(false);
    }

    /// The next page, unless one is on its way or there is none.
    public void more() {
        if (!asking && !atEnd && !held.isEmpty() && !held.getLast().isEmpty()) {
            askBelow(Optional.of(held.getLast().getLast().number()), page -> {
                if (held.size() < HELD) {
                    below(page);
                    layOut(true);
                } else {
                    List<Event> gone = held.getFirst();
                    view.around(
                            () -> {
                                held.removeFirst();
                                atStart = false;
                                below(page);
                                layOut(false);
                            },
                            gone);
                }
            });
        }
    }

    private void below(List<Event> page) {
        held.add(page);
        atEnd = page.size() < PAGE;
    }

    /// The page before the first one that is held, unless one is on its way or that is the newest.
    void back() {
        if (!asking && !atStart && !held.isEmpty() && !held.getFirst().isEmpty()) {
            askAbove(held.getFirst().getFirst().number(), page -> view.around(
                    () -> {
                        atStart = page.size() < PAGE || page.getFirst().number() == newest;
                        held.addFirst(page);
                        while (held.size() > HELD) {
                            held.removeLast();
                            atEnd = false;
                        }
                        layOut(false);
                    },
                    held.size() < HELD ? List.of() : held.getLast()));
        }
    }

    /// Goes to the oldest events, whatever lies between.
    ///
    /// @param there told once they are held
    void goToOldest(Runnable there) {
        if (atEnd) {
            there.run();
            return;
        }
        askAbove(0, page -> {
            held.clear();
            held.add(page);
            atStart = page.size() < PAGE;
            atEnd = true;
            layOut(false);
            there.run();
        });
    }

    /// Goes back to the newest.
    ///
    /// @param there told once they are held
    void goToNewest(Runnable there) {
        if (atStart) {
            there.run();
            return;
        }
        askBelow(Optional.empty(), page -> {
            startWith(page);
            there.run();
        });
    }

    private void askBelow(Optional<Long> number, Consumer<List<Event>> show) {
        var request = filter.page(screenSession, range.orElseThrow(), number, PAGE);
        ask(() -> client.call(request), answer -> {
            show.accept(answer.events());
            total.set(answer.total());
        });
    }

    private void askAbove(long number, Consumer<List<Event>> show) {
        var request = filter.pageAfter(screenSession, range.orElseThrow(), number, PAGE);
        ask(
                () -> client.call(request),
                answer -> show.accept(answer.events().stream().filter(event -> event.number() <= newest).toList()));
    }

    private <R> void ask(Callable<R> question, Consumer<R> show) {
        asked.cancel();
        asking = true;
        asked = background.run(
                question,
                answer -> {
                    asking = false;
                    show.accept(answer);
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
        return newest;
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
