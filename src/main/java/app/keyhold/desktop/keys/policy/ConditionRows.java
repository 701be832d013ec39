package app.keyhold.desktop.keys.policy;

import app.keyhold.desktop.part.Icons;
import app.keyhold.desktop.part.Texts;
import app.keyhold.desktop.part.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The conditions of a statement, a row each; all of them must hold.
final class ConditionRows extends VBox {
    private static final Words WORDS = Words.of(ConditionRows.class);

    private final Consumer<List<ConditionDraft>> changed;
    private final VBox rows = new VBox(6);
    private final List<ConditionDraft> conditions;

    ConditionRows(List<ConditionDraft> conditions, Consumer<List<ConditionDraft>> changed) {
        super(4);
        this.conditions = new ArrayList<>(conditions);
        this.changed = changed;
        var add = new Button(WORDS.get("form.addCondition"));
        add.getStyleClass().addAll("link-button", "small");
        add.setOnAction(_ -> {
            this.conditions.add(ConditionDraft.USUAL);
            show();
            rows.getChildren().getLast().lookup(".text-field").requestFocus();
        });
        getChildren().addAll(Texts.of(WORDS.get("form.conditions"), "caption"), rows, add);
        show();
    }

    private void show() {
        rows.getChildren().clear();
        for (int place = 0; place < conditions.size(); place++) {
            rows.getChildren().add(row(place));
        }
    }

    private Node row(int place) {
        ConditionDraft condition = conditions.get(place);
        ComboBox<String> operator = list(PolicyCatalogue.OPERATORS, condition.operator(), WORDS.get("form.operator"));
        ComboBox<String> key = list(PolicyCatalogue.CONDITION_KEYS, condition.key(), WORDS.get("form.key"));
        key.setEditable(true);
        var values = new TextField(condition.values());
        values.setPromptText(WORDS.get("form.valuesPrompt"));
        values.setAccessibleText(WORDS.get("form.values"));
        HBox.setHgrow(values, Priority.ALWAYS);
        Runnable tell = () -> {
            conditions.set(place, new ConditionDraft(text(operator), text(key), values.getText()));
            changed.accept(List.copyOf(conditions));
        };
        operator.setOnAction(_ -> tell.run());
        key.setOnAction(_ -> tell.run());
        values.textProperty().subscribe((_, _) -> tell.run());
        Button remove = Icons.button(Feather.X, WORDS.get("form.removeCondition", condition.key()), () -> {
            conditions.remove(place);
            show();
            changed.accept(List.copyOf(conditions));
        });
        remove.getStyleClass().addAll("flat", "small");
        var row = new HBox(6, operator, key, values, remove);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String text(ComboBox<String> list) {
        return list.getValue() == null ? "" : list.getValue();
    }

    private static ComboBox<String> list(List<String> catalogue, String value, String name) {
        var list = new ComboBox<>(FXCollections.observableArrayList(catalogue));
        list.setValue(value);
        list.setAccessibleText(name);
        list.setMinWidth(0);
        list.setPrefWidth(170);
        return list;
    }
}
