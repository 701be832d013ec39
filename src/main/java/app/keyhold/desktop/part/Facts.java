package app.keyhold.desktop.part;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names on the left, values on the right.
public final class Facts extends GridPane {
    public Facts() {
        getStyleClass().add("kv");
        var names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        var values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    public Facts add(String name, String value) {
        return add(name, Texts.wrapped(value));
    }

    public Facts add(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().addAll("muted", "fact-name");
        label.setLabelFor(value);
        addRow(getRowCount(), label, value);
        return this;
    }
}
