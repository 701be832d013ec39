package app.keyhold.desktop.part;

import java.util.Arrays;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// A state in a word, with its glyph and its colour.
public final class StateBadge extends Label {
    /// With the tone's own glyph: ✓ Allowed.
    public StateBadge(Tone tone, String word) {
        this(tone, word, tone.glyph());
    }

    public StateBadge(Tone tone, String word, Feather glyph) {
        getStyleClass().add("state");
        show(tone, word, glyph);
    }

    /// With a dot: ● Enabled.
    public static StateBadge dot(Tone tone, String word) {
        var badge = new StateBadge(tone, word);
        var dot = new Region();
        dot.getStyleClass().add("dot");
        badge.setGraphic(dot);
        return badge;
    }

    public void show(Tone tone, String word, Feather glyph) {
        getStyleClass().removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
        getStyleClass().add(tone.style());
        setText(word);
        setGraphic(Icons.of(glyph));
    }
}
