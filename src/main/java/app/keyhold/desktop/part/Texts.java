package app.keyhold.desktop.part;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Labels by their role.
public final class Texts {
    private Texts() {}

    /// @param styles of the theme: `h1`, `h2`, `lead`, `caption`, `muted`, `strong`, `medium`, `mono`
    public static Label of(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label.getStyleClass().contains("mono") ? code(label) : label;
    }

    /// Gives a label these styles and no others. One that has them is left alone: what is told its styles is styled anew.
    public static void restyle(Label label, String... styles) {
        List<String> wanted = Stream.concat(Stream.of("label"), Arrays.stream(styles)).toList();
        if (!label.getStyleClass().equals(wanted)) {
            label.getStyleClass().setAll(wanted);
        }
    }

    /// Identifiers, paths, commands and JSON run from left to right in every language.
    public static <N extends Node> N code(N node) {
        node.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return node;
    }

    /// A label that breaks its lines instead of cutting them.
    public static Label wrapped(String text, String... styles) {
        var label = of(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// A key to press: `Ctrl K`.
    public static Label key(String text) {
        return code(of(text, "kbd"));
    }
}
