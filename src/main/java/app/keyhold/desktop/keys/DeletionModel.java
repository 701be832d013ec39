package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Words;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Scheduling a deletion: a waiting period of 7 to 30 days, and the key's name typed by hand.
public final class DeletionModel {
    private static final Words WORDS = Words.of(DeletionModel.class);

    public static final int SHORTEST = 7;
    public static final int LONGEST = 30;

    private final KeyView key;
    private final IntegerProperty days = new SimpleIntegerProperty(LONGEST);
    private final StringProperty typed = new SimpleStringProperty("");

    public DeletionModel(KeyView key) {
        this.key = key;
    }

    public KeyView key() {
        return key;
    }

    public IntegerProperty daysProperty() {
        return days;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /// The name or the whole alias fits.
    public BooleanBinding confirmed() {
        return Bindings.createBooleanBinding(
                () -> typed.get().strip().equals(key.confirmation()) || typed.get().strip().equals(key.title()), typed);
    }

    public StringBinding outcome() {
        return Bindings.createStringBinding(
                () -> WORDS.get("delete.outcome", key.moments().formats().date(key.moments().now().plus(Duration.ofDays(days.get())))),
                days);
    }

    public ScheduleKeyDeletion.Request request() {
        return ScheduleKeyDeletion.Request.of(key.id(), days.get());
    }
}
