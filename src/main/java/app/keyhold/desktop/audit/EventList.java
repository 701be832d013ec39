package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.TimelineItem.DayHeader;
import app.keyhold.desktop.audit.TimelineItem.Fold;
import app.keyhold.desktop.audit.TimelineItem.Single;
import app.keyhold.desktop.part.Em;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The timeline's list. Asks for the next page shortly before either end comes into sight, and stays where it is while
/// pages come and go; Enter or a double-click opens a folded run.
public final class EventList extends ListView<TimelineItem> {
    private static final Words WORDS = Words.of(EventList.class);
    private static final int AHEAD = 40;
    private static final int LINES_ABOVE = 3;
    /// With room for the longest names of operations.
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final double WIDE_FROM = 1_000;

    private final EventPages pages;
    private final Moments moments;
    private final ReadOnlyObjectWrapper<Optional<Event>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<LocalDate>> topDay = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean shifting;

    /// @param ofOneKey leaves out the column of keys
    public EventList(EventPages pages, Moments moments, boolean ofOneKey) {
        super(pages.lines());
        this.pages = pages;
        this.moments = moments;
        getStyleClass().add("event-list");
        setAccessibleText(WORDS.get("list.name"));
        Em.follow(this, Em.ROW, this::setFixedCellSize);
        setCellFactory(list -> cell(moments, ofOneKey));
        getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!shifting) {
                chosen.set(event(item));
            }
        });
        widthProperty().subscribe(width -> pseudoClassStateChanged(WIDE, width.doubleValue() >= WIDE_FROM));
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                toggle(getSelectionModel().getSelectedItem());
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::goToAnEnd);
        pages.shownBy(this::keepPlace);
        skinProperty().subscribe(skin -> watchScrolling());
    }

    /// Home and End are those of the whole stretch, not of the pages that happen to be held.
    private void goToAnEnd(KeyEvent pressed) {
        switch (pressed.getCode()) {
            case HOME -> pages.goToNewest(() -> {
                scrollTo(0);
                chooseFirst();
            });
            case END -> pages.goToOldest(() -> {
                scrollTo(getItems().size() - 1);
                getSelectionModel().selectLast();
            });
            default -> {
                return;
            }
        }
        pressed.consume();
    }

    private ListCell<TimelineItem> cell(Moments of, boolean ofOneKey) {
        EventCell cell = new EventCell(of, ofOneKey);
        cell.indexProperty().subscribe(index -> lookAhead(index.intValue()));
        cell.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                toggle(cell.getItem());
            }
        });
        return cell;
    }

    private void lookAhead(int index) {
        if (!shifting && index >= getItems().size() - AHEAD) {
            pages.more();
        } else if (!shifting && index >= 0 && index < AHEAD) {
            pages.back();
        }
    }

    private Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) lookup(".virtual-flow"));
    }

    private void watchScrolling() {
        flow().ifPresent(flow -> flow.lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
                .forEach(bar -> bar.valueProperty().subscribe(() -> topDay.set(dayAtTop(flow)))));
    }

    private Optional<LocalDate> dayAtTop(VirtualFlow<?> flow) {
        return Optional.ofNullable((IndexedCell<?>) flow.getFirstVisibleCell())
                .filter(cell -> cell.getLayoutY() < 0 || !(cell.getItem() instanceof DayHeader))
                .flatMap(cell -> day(cell.getItem()));
    }

    private Optional<LocalDate> day(@Nullable Object item) {
        return switch (item) {
            case DayHeader header -> Optional.of(header.day());
            case TimelineItem line -> event(line).map(Event::time).map(moments::day);
            case null, default -> Optional.empty();
        };
    }

    /// The first line in sight, and how much of it is above the edge.
    private record Anchor(TimelineItem line, double hidden) {}

    /// The same events stay in the same place on the screen, and chosen, while others come and go around them.
    private void keepPlace(Runnable change, List<Event> gone) {
        Optional<Anchor> anchor = flow().flatMap(flow -> anchor(flow, gone));
        Optional<Event> selected = chosen.get();
        shifting = true;
        try {
            change.run();
            getSelectionModel().clearSelection();
            selected.flatMap(this::lineOf).ifPresent(getSelectionModel()::select);
            Optional<Integer> place = anchor.map(Anchor::line).flatMap(this::indexOf);
            // Where it was may be beyond the last line now, which the list learns only when it is laid out.
            flow().filter(_ -> place.isPresent()).ifPresent(flow -> flow.setPosition(0));
            layout();
            place.ifPresent(index -> {
                scrollTo(index);
                // Pixels move the cells that are there: those of the new place, then.
                layout();
                flow().ifPresent(flow -> flow.scrollPixels(anchor.orElseThrow().hidden()));
            });
        } finally {
            shifting = false;
        }
        // The ends may still be in sight, and no cell will say so once the list cannot be scrolled further.
        flow().ifPresent(flow -> {
            Optional.ofNullable((IndexedCell<?>) flow.getFirstVisibleCell()).ifPresent(cell -> lookAhead(cell.getIndex()));
            Optional.ofNullable((IndexedCell<?>) flow.getLastVisibleCell()).ifPresent(cell -> lookAhead(cell.getIndex()));
        });
    }

    private Optional<Anchor> anchor(VirtualFlow<?> flow, List<Event> gone) {
        if (!(flow.getFirstVisibleCell() instanceof IndexedCell<?> first)) {
            return Optional.empty();
        }
        for (int index = first.getIndex(); index >= 0 && index < getItems().size(); index++) {
            TimelineItem line = getItems().get(index);
            if (event(line).filter(event -> !gone.contains(event)).isPresent()) {
                return Optional.of(new Anchor(line, -first.getLayoutY() - (index - first.getIndex()) * getFixedCellSize()));
            }
        }
        return Optional.empty();
    }

    /// A run may have been cut or joined meanwhile: its oldest event says where it is now.
    private Optional<Integer> indexOf(TimelineItem line) {
        return oldest(line).flatMap(this::lineOf);
    }

    private static Optional<Event> oldest(TimelineItem line) {
        return line instanceof Fold fold ? Optional.of(fold.events().getLast()) : event(line);
    }

    private Optional<Integer> lineOf(Event event) {
        for (int index = 0; index < getItems().size(); index++) {
            boolean there =
                    switch (getItems().get(index)) {
                        case Single single -> single.event().number() == event.number();
                        case Fold fold -> fold.newest().number() >= event.number()
                                && fold.events().getLast().number() <= event.number();
                        case DayHeader _ -> false;
                    };
            if (there) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    private void toggle(@Nullable TimelineItem item) {
        int at = getSelectionModel().getSelectedIndex();
        switch (item) {
            case Fold fold -> pages.toggle(fold.newest().number());
            case Single single -> single.unfolded().ifPresent(pages::toggle);
            case DayHeader _ -> {}
            case null -> {}
        }
        getSelectionModel().select(Math.min(at, getItems().size() - 1));
    }

    private static Optional<Event> event(@Nullable TimelineItem item) {
        return switch (item) {
            case Single single -> Optional.of(single.event());
            case Fold fold -> Optional.of(fold.newest());
            case DayHeader _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }

    /// The event whose line is chosen; of a folded run the newest.
    public ReadOnlyObjectProperty<Optional<Event>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// The day whose header has been scrolled out of sight above the first line.
    ReadOnlyObjectProperty<Optional<LocalDate>> topDayProperty() {
        return topDay.getReadOnlyProperty();
    }

    /// Chooses the first event.
    public void chooseFirst() {
        for (int at = 0; at < getItems().size(); at++) {
            if (!(getItems().get(at) instanceof DayHeader)) {
                getSelectionModel().select(at);
                return;
            }
        }
    }

    /// Chooses the line of an event, if it is among those that are held.
    ///
    /// @return the event itself; its line may stand for a run of others
    Optional<Event> choose(long number) {
        Optional<Event> found =
                pages.events().stream().filter(event -> event.number() == number).findFirst();
        found.flatMap(this::lineOf).ifPresent(index -> {
            getSelectionModel().select(index);
            scrollTo(Math.max(0, index - LINES_ABOVE));
        });
        return found;
    }
}
