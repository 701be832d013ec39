package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The places on the left; Ctrl+1 is the first.
final class Rail extends VBox {
    Rail(Navigator navigator, SessionStatus status) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText("Places");
        List<Place> places = navigator.places();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            var entry = entry(place, navigator, i + 1);
            if (place == Place.ROTATION) {
                badge(entry, status.dueRotationsProperty(), "due");
            }
            getChildren().add(entry);
        }
    }

    private static ToggleButton entry(Place place, Navigator navigator, int number) {
        var entry = new ToggleButton(place.title(), Icons.of(place.icon()));
        entry.setId("rail-" + place.title().toLowerCase(Locale.ROOT));
        entry.getStyleClass().add("rail-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip(place.title() + "   Ctrl+" + number));
        entry.setSelected(navigator.currentProperty().get() == place);
        navigator.currentProperty().subscribe(current -> entry.setSelected(current == place));
        entry.setOnAction(_ -> {
            navigator.go(place);
            entry.setSelected(true);
        });
        return entry;
    }

    /// The count stands at the entry's right end, so the entry's text moves into its graphic.
    private static void badge(ToggleButton entry, ObservableIntegerValue count, String word) {
        var badge = new Label();
        badge.getStyleClass().add("count-badge");
        badge.textProperty().bind(Bindings.convert(count));
        badge.visibleProperty().bind(Bindings.greaterThan(count, 0));
        var title = new Label(entry.getText());
        title.textFillProperty().bind(entry.textFillProperty());
        title.fontProperty().bind(entry.fontProperty());
        var row = new HBox(entry.getGraphic(), title, new Spring(), badge);
        row.getStyleClass().add("rail-row");
        row.prefWidthProperty().bind(entry.widthProperty().subtract(24));
        entry.accessibleTextProperty()
                .bind(Bindings.createStringBinding(
                        () -> title.getText() + (count.get() > 0 ? ", " + count.get() + " " + word : ""), count));
        entry.setGraphic(row);
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
