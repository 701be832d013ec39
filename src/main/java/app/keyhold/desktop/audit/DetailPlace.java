package app.keyhold.desktop.audit;

import app.keyhold.desktop.frame.Place;
import app.keyhold.desktop.frame.ScreenContext;
import app.keyhold.desktop.part.Moments;
import app.keyhold.kms.operation.screen.LookupEvents.Event;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Where the detail of the chosen event stands: beside the list, or over it in a narrow window.
final class DetailPlace {
    private final AuditModel model;
    private final EventList list;
    private final EventDetailController detail;
    private boolean over;

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
            detail.show(event);
            root().setVisible(!over || event.isPresent());
        });
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
        list.choose(number).ifPresentOrElse(this::show, () -> model.find(number, event -> {
            list.getSelectionModel().clearSelection();
            show(event);
        }));
    }

    private void show(Event event) {
        detail.show(Optional.of(event));
        root().setVisible(true);
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
