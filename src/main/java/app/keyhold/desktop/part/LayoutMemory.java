package app.keyhold.desktop.part;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// How a person left windows, panes and tables, each under a name of its own. FX thread only.
public final class LayoutMemory {
    private final ObservableMap<String, String> notes = FXCollections.observableHashMap();

    public Optional<String> get(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    public void put(String name, String note) {
        if (!note.equals(notes.get(name))) {
            notes.put(name, note);
        }
    }

    /// All of them, for whoever keeps them.
    public ObservableMap<String, String> notes() {
        return notes;
    }
}
