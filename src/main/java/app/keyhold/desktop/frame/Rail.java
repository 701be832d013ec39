package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The places on the left; Ctrl+1 is the first.
final class Rail extends VBox {
    private static final Words WORDS = Words.of(Rail.class);
    private static final int NUMBERED = 9;

    private final BooleanProperty collapsed;
    private final Button toggle;
    private boolean crowded;

    /// @param collapsed icons alone, kept for the next time
    Rail(Navigator navigator, SessionStatus status, BooleanProperty collapsed) {
        getStyleClass().add("rail");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(WORDS.get("rail.places"));
        List<Place> places = navigator.places();
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            var entry = entry(place, navigator, i + 1);
            if (place == Place.ROTATION) {
                badge(entry, status.dueRotationsProperty());
            }
            getChildren().add(entry);
        }
        var room = new Region();
        VBox.setVgrow(room, Priority.ALWAYS);
        this.collapsed = collapsed;
        toggle = toggle(collapsed);
        getChildren().addAll(room, toggle);
        collapsed.subscribe(() -> show());
        show();
    }

    /// The entry of the screen in view.
    Optional<ToggleButton> chosen() {
        return getChildren().stream()
                .filter(ToggleButton.class::isInstance)
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .findFirst();
    }

    /// Where the window has no room for names, icons alone are shown, whatever was chosen.
    void crowd(boolean crowded) {
        this.crowded = crowded;
        toggle.setVisible(!crowded);
        show();
    }

    private void show() {
        show(collapsed.get() || crowded);
    }

    private static Button toggle(BooleanProperty collapsed) {
        var toggle = new Button(WORDS.get("rail.collapse"));
        toggle.setId("rail-toggle");
        toggle.getStyleClass().add("rail-toggle");
        toggle.setOnAction(_ -> collapsed.set(!collapsed.get()));
        toggle.setTooltip(new Tooltip());
        collapsed.subscribe(icons -> {
            toggle.setGraphic(Icons.of(icons ? Feather.CHEVRONS_RIGHT : Feather.CHEVRONS_LEFT, "off"));
            toggle.setContentDisplay(icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            String words = WORDS.get(icons ? "rail.names" : "rail.icons");
            toggle.setAccessibleText(words);
            toggle.getTooltip().setText(words);
        });
        return toggle;
    }

    /// A name that is not shown is still spoken, and told by the tooltip.
    private void show(boolean icons) {
        getStyleClass().remove("collapsed");
        if (icons) {
            getStyleClass().add("collapsed");
        }
        for (Node child : getChildren()) {
            if (child instanceof ToggleButton entry) {
                if (entry.getGraphic() instanceof HBox row) {
                    row.getChildren().stream().skip(1).forEach(part -> part.setManaged(!icons));
                    row.getChildren().stream().skip(1).filter(Label.class::isInstance).findFirst().ifPresent(title -> title.setVisible(!icons));
                } else {
                    entry.setContentDisplay(icons ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                }
            }
        }
    }

    private static ToggleButton entry(Place place, Navigator navigator, int number) {
        var entry = new ToggleButton(place.title(), Icons.of(place.icon()));
        entry.setId("rail-" + place.name().toLowerCase(Locale.ROOT));
        entry.getStyleClass().add("rail-entry");
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip(tooltip(place, number)));
        entry.setSelected(navigator.currentProperty().get() == place);
        navigator.currentProperty().subscribe(current -> entry.setSelected(current == place));
        entry.setOnAction(_ -> {
            navigator.go(place);
            entry.setSelected(true);
        });
        return entry;
    }

    private static String tooltip(Place place, int number) {
        return number > NUMBERED ? place.title() : WORDS.get("rail.tooltip", place.title(), number);
    }

    /// The count stands at the entry's right end, so the entry's text moves into its graphic.
    private static void badge(ToggleButton entry, ObservableIntegerValue count) {
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
                        () -> WORDS.get("rail.due", title.getText(), count.get()), count));
        entry.setGraphic(row);
        entry.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }
}
