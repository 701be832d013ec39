package app.keyhold.desktop.theme;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the person chose: scheme, text size in percent, and whether anything may move.
public final class Appearance {
    public static final int SMALLEST_TEXT = 80;
    public static final int LARGEST_TEXT = 200;
    private static final int TEXT_STEP = 10;

    private final ObjectProperty<Scheme> scheme = new SimpleObjectProperty<>(Scheme.SYSTEM);
    private final IntegerProperty textSize = new SimpleIntegerProperty(100);
    private final BooleanProperty still = new SimpleBooleanProperty();

    public ObjectProperty<Scheme> schemeProperty() {
        return scheme;
    }

    public IntegerProperty textSizeProperty() {
        return textSize;
    }

    /// Whether nothing moves, even if the system would have it.
    public BooleanProperty stillProperty() {
        return still;
    }

    /// The same choices from now on, changed here and there at once; `other` keeps no listener of this one alive.
    public void follow(Appearance other) {
        scheme.bindBidirectional(other.scheme);
        textSize.bindBidirectional(other.textSize);
        still.bindBidirectional(other.still);
    }

    public void enlargeText() {
        textSize.set(Math.min(LARGEST_TEXT, textSize.get() + TEXT_STEP));
    }

    public void reduceText() {
        textSize.set(Math.max(SMALLEST_TEXT, textSize.get() - TEXT_STEP));
    }

    public void resetText() {
        textSize.set(100);
    }
}
