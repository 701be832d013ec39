package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One element of a statement: what it names as chips that can be taken away, and a list to add from or type into.
final class TermsField extends VBox {
    private static final Words WORDS = Words.of(TermsField.class);

    private final Consumer<Terms> changed;
    private final FlowPane chips = new FlowPane(6, 6);
    private final ComboBox<String> more = new ComboBox<>();
    private final CheckBox negated = new CheckBox(WORDS.get("form.allBut"));
    private Terms terms;

    /// @param changed told what it names after each change by hand
    TermsField(String title, ObservableList<String> catalogue, Terms terms, Consumer<Terms> changed) {
        super(4);
        this.terms = terms;
        this.changed = changed;
        more.setEditable(true);
        more.setItems(catalogue);
        more.setPromptText(WORDS.get("form.add"));
        more.setAccessibleText(WORDS.get("form.addTo", title));
        more.setOnAction(_ -> add());
        negated.setAccessibleText(WORDS.get("form.allButOf", title));
        negated.setSelected(terms.negated());
        negated.setOnAction(_ -> set(this.terms.withNegated(negated.isSelected())));
        var label = Texts.of(title, "caption");
        label.setLabelFor(more.getEditor());
        var heading = new HBox(12, label, negated);
        heading.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(heading, chips);
        show();
    }

    private void add() {
        String typed = more.getValue() == null ? "" : more.getValue().strip();
        if (!typed.isEmpty()) {
            set(terms.with(typed));
            // After the list has closed: it writes the chosen value into the field itself.
            javafx.application.Platform.runLater(() -> more.setValue(null));
        }
    }

    private void set(Terms now) {
        terms = now;
        show();
        changed.accept(now);
    }

    private void show() {
        chips.getChildren().setAll(terms.values().stream().map(this::chip).toList());
        chips.getChildren().add(more);
    }

    private Node chip(String value) {
        var chip = new Button(value);
        chip.setGraphic(Icons.of(Feather.X, "small"));
        chip.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        chip.getStyleClass().addAll("chip", "mono-chip");
        chip.setAccessibleText(WORDS.get("form.take", value));
        chip.setOnAction(_ -> {
            set(terms.without(value));
            more.requestFocus();
        });
        return chip;
    }
}
