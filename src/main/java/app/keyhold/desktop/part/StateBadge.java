package app.keyhold.desktop.part;

import java.util.Arrays;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A state in a word, with its glyph and its colour.
public final class StateBadge extends Label {
    /// With the tone's own glyph: ✓ Allowed.
    public StateBadge(Tone tone, String word) {
        this(tone, word, tone.glyph());
    }

    public StateBadge(Tone tone, String word, Feather glyph) {
        this(tone, word, Icons.of(glyph));
    }

    private StateBadge(Tone tone, String word, Node graphic) {
        getStyleClass().add("state");
        setGraphic(graphic);
        show(tone, word);
    }

    /// With a dot: ● Enabled.
    public static StateBadge dot(Tone tone, String word) {
        var dot = new Region();
        dot.getStyleClass().add("dot");
        return new StateBadge(tone, word, dot);
    }

    /// What stands before the word stays.
    public void show(Tone tone, String word) {
        if (!getStyleClass().contains(tone.style())) {
            getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
            getStyleClass().add(tone.style());
        }
        setText(word);
    }

    /// For a badge that was made with a glyph.
    public void show(Tone tone, String word, Feather glyph) {
        show(tone, word);
        if (getGraphic() instanceof FontIcon icon) {
            icon.setIconCode(glyph);
        }
    }
}
