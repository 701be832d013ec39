package app.keyhold.desktop.part;

import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Four segments, filled up to the score; the word beside it says the same.
public final class StrengthBar extends HBox {
    private static final Words WORDS = Words.of(StrengthBar.class);
    private static final int SEGMENTS = 4;
    private int score;

    public StrengthBar() {
        super(4);
        getStyleClass().add("strength-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(WORDS.get("strength.bar", ""));
        IntStream.range(0, SEGMENTS).forEach(_ -> {
            var segment = new Region();
            segment.getStyleClass().add("segment");
            HBox.setHgrow(segment, Priority.ALWAYS);
            getChildren().add(segment);
        });
    }

    public void show(Strength strength) {
        score = strength.word().isEmpty() ? 0 : Math.max(1, strength.score());
        for (int i = 0; i < SEGMENTS; i++) {
            var styles = getChildren().get(i).getStyleClass();
            styles.removeAll(Arrays.stream(Tone.values()).map(Tone::style).toList());
            if (i < score) {
                styles.add(strength.tone().style());
            }
        }
        setAccessibleText(WORDS.get("strength.bar", strength.word()));
        notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> (double) score;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> (double) SEGMENTS;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
