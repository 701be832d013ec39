package app.keyhold.desktop.frame;

import app.keyhold.desktop.frame.PaletteRow.Entry;
import app.keyhold.desktop.frame.PaletteRow.Heading;
import app.keyhold.desktop.part.Spring;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Ctrl+K: type a few letters, Enter does it.
final class Palette extends VBox {
    private static final Words WORDS = Words.of(Palette.class);
    private static final int PAGE = 8;
    private static final double MARGIN = 64;

    private final ListView<PaletteRow> list;
    private final Overlay overlay;
    private final StringProperty query;
    private String movedAt = "";
    private @Nullable PaletteRow moved;

    Palette(PaletteModel model, Overlay overlay) {
        this.overlay = overlay;
        this.query = model.queryProperty();
        var field = new TextField();
        var label = new Label(WORDS.get("palette.label"));
        label.setLabelFor(field);
        label.getStyleClass().add("caption");
        field.setId("palette-query");
        field.setAccessibleText(WORDS.get("palette.label"));
        field.textProperty().bindBidirectional(model.queryProperty());
        list = new ListView<>(model.rows());
        list.setId("palette-list");
        list.setAccessibleText(WORDS.get("palette.found"));
        list.setFocusTraversable(false);
        list.setPlaceholder(Texts.of(WORDS.get("palette.nothing"), "muted"));
        list.setCellFactory(_ -> new Row());
        model.rows().subscribe(this::choose);
        choose();
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                runSelected();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        list.setMinHeight(0);
        VBox.setVgrow(list, Priority.ALWAYS);
        getStyleClass().add("palette");
        setMaxHeight(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.DIALOG);
        setAccessibleText(WORDS.get("palette.title"));
        getChildren().addAll(label, field, list);
    }

    /// No higher than the window, whatever the size of the text.
    @Override
    protected double computePrefHeight(double width) {
        double most = getScene() == null ? Double.MAX_VALUE : getScene().getHeight() - MARGIN;
        return Math.min(super.computePrefHeight(width), most);
    }

    /// What was chosen stays so while more of the same search arrives; else the first, below its heading.
    private void choose() {
        int kept = query.get().equals(movedAt) ? list.getItems().indexOf(moved) : -1;
        list.getSelectionModel().select(kept < 0 ? 1 : kept);
        list.scrollTo(Math.max(0, kept - 4));
    }

    private void steer(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            move(1, 1);
        } else if (event.getCode() == KeyCode.UP) {
            move(-1, 1);
        } else if (event.getCode() == KeyCode.PAGE_DOWN) {
            move(1, PAGE);
        } else if (event.getCode() == KeyCode.PAGE_UP) {
            move(-1, PAGE);
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected();
        } else {
            return;
        }
        event.consume();
    }

    /// Over headings, to the ends and no further.
    private void move(int direction, int count) {
        var rows = list.getItems();
        int left = count;
        int reached = list.getSelectionModel().getSelectedIndex();
        for (int at = reached + direction; left > 0 && at >= 0 && at < rows.size(); at += direction) {
            if (rows.get(at) instanceof Entry) {
                reached = at;
                left--;
            }
        }
        movedAt = query.get();
        moved = rows.get(reached);
        list.getSelectionModel().select(reached);
        list.scrollTo(Math.max(0, reached - 4));
    }

    private void runSelected() {
        if (list.getSelectionModel().getSelectedItem() instanceof Entry entry && entry.hindrance().isEmpty()) {
            overlay.close();
            entry.action().run();
        }
    }

    private static final class Row extends ListCell<PaletteRow> {
        @Override
        protected void updateItem(PaletteRow item, boolean empty) {
            super.updateItem(item, empty);
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            getStyleClass().removeAll("palette-heading", "hindered");
            setMouseTransparent(false);
            switch (empty ? null : item) {
                case null -> {
                    setText(null);
                    setGraphic(null);
                }
                case Heading heading -> show(heading);
                case Entry entry -> show(entry);
            }
        }

        private void show(Heading heading) {
            String name = WORDS.get(heading.kind());
            setText(heading.shown() < heading.found()
                    ? WORDS.get("palette.more", name, heading.shown(), heading.found())
                    : name);
            getStyleClass().add("palette-heading");
            setMouseTransparent(true);
            setGraphic(Texts.of(getText(), "caption"));
        }

        /// A reason stands where the detail would: it is what one needs to know.
        private void show(Entry entry) {
            String detail = entry.hindrance().orElse(entry.detail());
            setText(detail.isEmpty() ? entry.name() : WORDS.get("palette.spoken", entry.name(), detail));
            var name = Texts.of(entry.name());
            name.setMinWidth(0);
            var beside = Texts.of(detail, "muted");
            beside.setMinWidth(0);
            var row = new HBox(12, name, beside, new Spring());
            row.setAlignment(Pos.CENTER_LEFT);
            entry.keys().ifPresent(keys -> row.getChildren().add(Texts.key(keys.getDisplayText())));
            if (entry.hindrance().isPresent()) {
                getStyleClass().add("hindered");
            }
            setGraphic(row);
        }
    }
}
