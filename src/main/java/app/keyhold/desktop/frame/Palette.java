package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.geometry.Pos;

/// Ctrl+K: type a few letters, Enter does it.
final class Palette extends VBox {
    private final ListView<Command> list;
    private final Overlay overlay;

    Palette(PaletteModel model, Overlay overlay) {
        this.overlay = overlay;
        var field = new TextField();
        var label = new Label("Search keys and actions");
        label.setLabelFor(field);
        label.getStyleClass().add("caption");
        field.setId("palette-query");
        field.setAccessibleText("Search keys and actions");
        field.textProperty().bindBidirectional(model.queryProperty());
        list = new ListView<>(model.found());
        list.setAccessibleText("Found");
        list.setFocusTraversable(false);
        list.setPlaceholder(Texts.of("Nothing has this name", "muted"));
        list.setCellFactory(_ -> new Row());
        model.found().subscribe(() -> list.getSelectionModel().selectFirst());
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                runSelected();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        getStyleClass().add("palette");
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText("Search");
        getChildren().addAll(label, field, list);
    }

    private void steer(KeyEvent event) {
        var selection = list.getSelectionModel();
        if (event.getCode() == KeyCode.DOWN) {
            selection.selectNext();
        } else if (event.getCode() == KeyCode.UP) {
            selection.selectPrevious();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else {
            return;
        }
        list.scrollTo(Math.max(0, selection.getSelectedIndex() - 4));
        event.consume();
    }

    private void runSelected() {
        var chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            overlay.close();
            chosen.action().run();
        }
    }

    private static final class Row extends ListCell<Command> {
        @Override
        protected void updateItem(Command item, boolean empty) {
            super.updateItem(item, empty);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setText(empty || item == null ? null : item.name());
            setGraphic(empty || item == null ? null : row(item));
        }

        private static HBox row(Command command) {
            var row = new HBox(8, Texts.of(command.name()), new Spring());
            row.setAlignment(Pos.CENTER_LEFT);
            command.keys().ifPresent(keys -> row.getChildren().add(Texts.key(keys.getDisplayText())));
            return row;
        }
    }
}
