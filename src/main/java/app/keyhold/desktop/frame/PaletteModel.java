package app.keyhold.desktop.frame;

import app.keyhold.desktop.frame.PaletteRow.Entry;
import app.keyhold.desktop.frame.PaletteRow.Heading;
import app.keyhold.desktop.frame.PaletteRow.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Everything that can be done, opened, set or read about, in groups; the group with the best find comes first.
final class PaletteModel {
    /// Nobody reads further than this; another letter helps more.
    private static final int SHOWN = 50;
    /// A taste of each group, while nothing is asked for.
    private static final int SHOWN_UNASKED = 6;

    private final List<Entry> all = new ArrayList<>();
    private final ObservableList<PaletteRow> rows = FXCollections.observableArrayList();
    private final StringProperty query = new SimpleStringProperty("");

    PaletteModel(List<Entry> entries) {
        all.addAll(entries);
        query.subscribe(_ -> search());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObservableList<PaletteRow> rows() {
        return rows;
    }

    /// More to find, arriving later: the keys.
    void add(List<Entry> more) {
        all.addAll(more);
        search();
    }

    private record Found(Entry entry, int rank) {}

    private void search() {
        String[] tokens = Arrays.stream(query.get().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(token -> !token.isEmpty())
                .toArray(String[]::new);
        Map<Kind, List<Found>> groups = new EnumMap<>(Kind.class);
        for (Entry entry : all) {
            OptionalInt rank = entry.terms().rank(tokens);
            if (rank.isPresent()) {
                groups.computeIfAbsent(entry.kind(), _ -> new ArrayList<>()).add(new Found(entry, rank.getAsInt()));
            }
        }
        groups.values().forEach(group -> group.sort(Comparator.comparingInt(Found::rank)));
        var next = new ArrayList<PaletteRow>();
        groups.entrySet().stream()
                .sorted(Comparator.comparingInt(group -> group.getValue().getFirst().rank()))
                .forEach(group -> list(group.getKey(), group.getValue(), tokens.length == 0, next));
        rows.setAll(next);
    }

    private static void list(Kind kind, List<Found> group, boolean unasked, List<PaletteRow> rows) {
        int shown = Math.min(group.size(), unasked && kind != Kind.HERE ? SHOWN_UNASKED : SHOWN);
        rows.add(new Heading(kind, shown, group.size()));
        group.stream().limit(shown).map(Found::entry).forEach(rows::add);
    }
}
