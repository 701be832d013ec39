package app.keyhold.desktop.access;

import app.keyhold.desktop.frame.Background;
import app.keyhold.desktop.frame.StrengthMeter;
import app.keyhold.desktop.part.Strength;
import app.keyhold.desktop.part.Words;
import app.keyhold.vault.operation.Permissions;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A user on the way: who, of what kind, what they may do, and how good the passphrase is.
public final class NewUserModel {
    private static final Words WORDS = Words.of(NewUserModel.class);
    private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    private final Predicate<String> taken;
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty program = new SimpleBooleanProperty();
    private final ObjectProperty<Permissions> permissions = new SimpleObjectProperty<>(Permissions.KEY_USER);
    private final StrengthMeter meter;

    public NewUserModel(Predicate<String> taken, Background background) {
        this.taken = taken;
        this.meter = new StrengthMeter(background);
    }

    /// @param characters overwritten
    public void measure(char[] characters) {
        meter.measure(characters);
    }

    /// What is wrong with the name so far; empty if nothing, or nothing was typed yet.
    public String nameProblem() {
        String typed = name.get().strip();
        if (typed.isEmpty()) {
            return "";
        }
        if (!NAME.matcher(typed).matches()) {
            return WORDS.get("newUser.badName");
        }
        return taken.test(typed) ? WORDS.get("newUser.taken") : "";
    }

    /// @param samePassphrases whether both fields hold the same
    public boolean isReady(boolean samePassphrases) {
        boolean named = !name.get().isBlank() && nameProblem().isEmpty();
        return named && (program.get() || samePassphrases && meter.strengthProperty().get().isEnough());
    }

    public String strippedName() {
        return name.get().strip();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// A program has no passphrase and no keyslot.
    public BooleanProperty programProperty() {
        return program;
    }

    public ObjectProperty<Permissions> permissionsProperty() {
        return permissions;
    }

    public ReadOnlyObjectProperty<Strength> strengthProperty() {
        return meter.strengthProperty();
    }
}
