package app.keyhold.desktop.frame;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What screens tell the frame about the open vault; the frame shows it in rail and status bar. FX thread only.
public final class SessionStatus {
    private final ObjectProperty<ChainState> chain = new SimpleObjectProperty<>(new ChainState.Unverified());
    private final IntegerProperty dueRotations = new SimpleIntegerProperty();
    private final StringProperty jobs = new SimpleStringProperty("");
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);

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

    /// Of the jobs at work, 0 to 1; negative when nothing runs.
    public DoubleProperty progressProperty() {
        return progress;
    }
}
