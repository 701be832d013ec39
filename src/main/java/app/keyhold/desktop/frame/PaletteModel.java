package app.keyhold.desktop.frame;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Everything that can be done or opened, found by the beginnings of its words.
public final class PaletteModel {
    private final ObservableList<Command> all = FXCollections.observableArrayList();
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");

    public PaletteModel(List<Command> commands) {
        all.setAll(commands);
        query.subscribe(_ -> search());
        all.subscribe(this::search);
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<Command> found() {
        return found;
    }

    /// More to find, arriving later: the keys.
    public void add(List<Command> more) {
        all.addAll(more);
    }

    private void search() {
        List<String> words = List.of(query.get().strip().toLowerCase(Locale.ROOT).split("\\s+"));
        found.setAll(all.stream()
                .filter(command -> words.stream().allMatch(word -> has(command, word)))
                .sorted(Comparator.comparing(command -> !startsWith(command, words.getFirst())))
                .toList());
    }

    private static boolean has(Command command, String word) {
        return command.name().toLowerCase(Locale.ROOT).contains(word);
    }

    private static boolean startsWith(Command command, String word) {
        return command.name().toLowerCase(Locale.ROOT).startsWith(word);
    }
}
