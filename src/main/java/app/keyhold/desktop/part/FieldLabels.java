package app.keyhold.desktop.part;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;

/// Tells each label of a form which field it names, for screen readers: the field that follows it. FXML can't, because
/// the field is not made yet when its label is.
public final class FieldLabels {
    private FieldLabels() {}

    public static void connect(Node form) {
        if (form instanceof ScrollPane scroll) {
            connect(scroll.getContent());
        } else if (form instanceof Parent parent) {
            List<Node> children = parent.getChildrenUnmodifiable();
            for (int at = 0; at < children.size(); at++) {
                if (at + 1 < children.size() && labels(children.get(at)).isPresent()) {
                    Label label = labels(children.get(at)).get();
                    field(children.get(at + 1)).ifPresent(label::setLabelFor);
                }
                connect(children.get(at));
            }
        }
    }

    /// A label to stand above a field, with its mnemonic.
    public static Label above(String text, Node field) {
        var label = new Label(text);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        label.getStyleClass().add("caption");
        return label;
    }

    private static Optional<Label> labels(Node node) {
        return switch (node) {
            case Label label -> Optional.of(label);
            case HBox row when !row.getChildren().isEmpty() -> labels(row.getChildren().getFirst());
            default -> Optional.empty();
        };
    }

    private static Optional<Node> field(Node node) {
        return switch (node) {
            case TextInputControl field -> Optional.of(field);
            case ComboBoxBase<?> field -> Optional.of(field);
            case Spinner<?> field -> Optional.of(field);
            case HBox row when !row.getChildren().isEmpty() -> field(row.getChildren().getFirst());
            default -> Optional.empty();
        };
    }
}
