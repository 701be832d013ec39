package app.keyhold.desktop.frame;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What screens tell the frame about the open vault; the frame shows it in rail and status bar. FX thread only.
public final class SessionStatus {
    private final ObjectProperty<ChainState> chain = new SimpleObjectProperty<>(new ChainState.Unverified());
    private final IntegerProperty dueRotations = new SimpleIntegerProperty();
    private final StringProperty jobs = new SimpleStringProperty("");

    public ObjectProperty<ChainState> chainProperty() {
        return chain;
    }

    /// Rotations whose date has passed: the rail's badge.
    public IntegerProperty dueRotationsProperty() {
        return dueRotations;
    }

    /// `1 job · 61 %`, empty when nothing runs.
    public StringProperty jobsProperty() {
        return jobs;
    }
}
