package app.keyhold.desktop.part;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/// A new passphrase, typed twice: whether it is enough for a vault, whether both are the same, and what is said about it.
public final class NewPassphrase {
    private static final Words WORDS = Words.of(NewPassphrase.class);

    private final SecretField first;
    private final SecretField again;
    private final ObservableValue<Strength> strength;

    /// @param measure begins to look at what was typed, and overwrites it
    /// @param strength what came of it
    /// @param changed called whenever one of the answers may be another; not before this returns
    public NewPassphrase(
            SecretField first,
            SecretField again,
            Consumer<char[]> measure,
            ObservableValue<Strength> strength,
            Runnable changed) {
        this.first = first;
        this.again = again;
        this.strength = strength;
        first.textProperty().subscribe((_, _) -> {
            measure.accept(first.secretCharacters());
            changed.run();
        });
        again.textProperty().subscribe((_, _) -> changed.run());
        strength.subscribe((_, _) -> changed.run());
    }

    public boolean isSame() {
        return first.secretLength() > 0 && first.sameAs(again);
    }

    /// The same both times, and hard enough to guess.
    public boolean isReady() {
        return isSame() && strength.getValue().isEnough();
    }

    /// How hard it is to guess; empty while nothing is typed.
    public String verdict() {
        var now = strength.getValue();
        return now.word().isEmpty() || now.isEnough() ? now.word() : WORDS.get("passphrase.tooWeak", now.word());
    }

    /// Whether both are the same; empty while the second is.
    public String match() {
        return again.secretLength() == 0 ? "" : WORDS.get(isSame() ? "passphrase.same" : "passphrase.notSame");
    }
}
