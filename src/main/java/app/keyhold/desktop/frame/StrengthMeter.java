package app.keyhold.desktop.frame;

import app.keyhold.desktop.part.Strength;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How hard to guess it is what is being typed. Only what was typed last is answered, however long an earlier one takes. FX
/// thread only.
public final class StrengthMeter {
    private final Background background;
    private final ReadOnlyObjectWrapper<Strength> strength = new ReadOnlyObjectWrapper<>(Strength.NONE);
    private Background.Work measuring = () -> {};

    public StrengthMeter(Background background) {
        this.background = background;
    }

    /// @param characters overwritten
    public void measure(char[] characters) {
        measuring.cancel();
        measuring = background.run(() -> Strength.of(characters), strength::set, _ -> reset());
    }

    public void reset() {
        strength.set(Strength.NONE);
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return strength.getReadOnlyProperty();
    }
}
