package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.frame.Subject;
import app.keyhold.desktop.part.Moments;
import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Where the detail of the chosen event stands: beside the list, or in its place in a narrow window.
final class DetailPlace {
    private static final Words WORDS = Words.of(DetailPlace.class);
    /// Before the number of an event, in what the way back calls it.
    private static final String EVENT = "#";

    private final AuditModel model;
    private final EventList list;
    private final EventDetailController detail;
    private final ReadOnlyObjectWrapper<Optional<Subject>> subject = new ReadOnlyObjectWrapper<>(Optional.empty());
    private boolean over;
    /// An event the list does not hold is shown without being chosen in it.
    private boolean leavingList;

    DetailPlace(ScreenContext context, Moments moments, AuditModel model, EventList list) {
        this.model = model;
        this.list = list;
        detail = new EventDetailController(
                context.client(),
                context.background(),
                moments,
                new EventDetailController.Doings(
                        model::filterLike,
                        model::showRelated,
                        key -> context.navigation().open(Place.KEYS, key.substring(key.lastIndexOf('/') + 1)),
                        this::goTo,
                        () -> close()));
        list.chosenProperty().subscribe(event -> {
            if (!leavingList) {
                show(event);
            }
        });
    }

    /// The event that is shown.
    ObservableValue<Optional<Subject>> subject() {
        return subject.getReadOnlyProperty();
    }

    /// @return whether `id` is an event's
    boolean open(String id) {
        boolean event = id.startsWith(EVENT);
        if (event) {
            goTo(Long.parseLong(id.substring(EVENT.length())));
        }
        return event;
    }

    void showNothing() {
        list.getSelectionModel().clearSelection();
        show(Optional.empty());
    }

    private Node root() {
        return detail.root();
    }

    /// @param room whether there is room beside the list
    void place(StackPane whole, HBox side, boolean room) {
        over = !room;
        detail.laidOver(over);
        whole.getChildren().remove(root());
        side.getChildren().remove(root());
        if (room) {
            side.getChildren().add(root());
        } else {
            StackPane.setAlignment(root(), Pos.CENTER_RIGHT);
            whole.getChildren().add(root());
        }
        root().setVisible(room || list.chosenProperty().get().isPresent());
    }

    /// The list goes there if it holds that row; what is filtered out is shown all the same.
    private void goTo(long number) {
        list.choose(number).ifPresentOrElse(event -> show(Optional.of(event)), () -> model.find(number, event -> {
            leavingList = true;
            list.getSelectionModel().clearSelection();
            leavingList = false;
            show(Optional.of(event));
        }));
    }

    private void show(Optional<Event> event) {
        detail.show(event);
        root().setVisible(!over || event.isPresent());
        subject.set(event.map(shown ->
                new Subject(EVENT + shown.number(), WORDS.get("detail.subject", shown.name(), shown.number()))));
    }

    /// @return whether it lay over the list
    boolean close() {
        boolean closed = over && root().isVisible();
        if (closed) {
            list.getSelectionModel().clearSelection();
            root().setVisible(false);
            list.requestFocus();
        }
        return closed;
    }
}
