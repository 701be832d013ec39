package app.keyhold.desktop.audit;

import app.keyhold.desktop.audit.TimelineItem.DayHeader;
import app.keyhold.desktop.audit.TimelineItem.Fold;
import app.keyhold.desktop.audit.TimelineItem.Single;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;

/// The timeline's list. Asks for the next page shortly before its end comes into sight; Enter or a double-click opens a
/// folded run.
public final class EventList extends ListView<TimelineItem> {
    private static final double ROW = 36;
    private static final int AHEAD = 40;
    /// With room for the longest names of operations.
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final double WIDE_FROM = 1_000;

    private final EventPages pages;
    private final ReadOnlyObjectWrapper<Optional<Event>> chosen = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param ofOneKey leaves out the column of keys
    public EventList(EventPages pages, Moments moments, boolean ofOneKey) {
        super(pages.lines());
        this.pages = pages;
        getStyleClass().add("event-list");
        setAccessibleText("Events, newest first");
        setFixedCellSize(ROW);
        setCellFactory(list -> cell(moments, ofOneKey));
        getSelectionModel().selectedItemProperty().subscribe(item -> chosen.set(event(item)));
        widthProperty().subscribe(width -> pseudoClassStateChanged(WIDE, width.doubleValue() >= WIDE_FROM));
        setOnKeyPressed(pressed -> {
            if (pressed.getCode() == KeyCode.ENTER) {
                toggle(getSelectionModel().getSelectedItem());
            }
        });
    }

    private ListCell<TimelineItem> cell(Moments moments, boolean ofOneKey) {
        EventCell cell = new EventCell(moments, ofOneKey);
        cell.indexProperty().subscribe(index -> {
            if (index.intValue() >= getItems().size() - AHEAD) {
                pages.more();
            }
        });
        cell.setOnMouseClicked(click -> {
            if (click.getClickCount() == 2) {
                toggle(cell.getItem());
            }
        });
        return cell;
    }

    private void toggle(@org.jspecify.annotations.Nullable TimelineItem item) {
        int at = getSelectionModel().getSelectedIndex();
        switch (item) {
            case Fold fold -> pages.toggle(fold.newest().number());
            case Single single -> single.unfolded().ifPresent(pages::toggle);
            case DayHeader _ -> {}
            case null -> {}
        }
        getSelectionModel().select(Math.min(at, getItems().size() - 1));
    }

    private static Optional<Event> event(@org.jspecify.annotations.Nullable TimelineItem item) {
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

    /// Chooses the first event.
    public void chooseFirst() {
        for (int at = 0; at < getItems().size(); at++) {
            if (!(getItems().get(at) instanceof DayHeader)) {
                getSelectionModel().select(at);
                return;
            }
        }
    }
}
