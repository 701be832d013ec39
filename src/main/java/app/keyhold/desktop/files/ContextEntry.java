package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// A pair of the encryption context while it is being written.
final class ContextEntry {
    private static final Words WORDS = Words.of(ContextEntry.class);
    private static final String RESERVED = "aws-crypto-";

    private final StringProperty name;
    private final StringProperty value;

    ContextEntry(String name, String value) {
        this.name = new SimpleStringProperty(name);
        this.value = new SimpleStringProperty(value);
    }

    StringProperty nameProperty() {
        return name;
    }

    StringProperty valueProperty() {
        return value;
    }

    /// Pairs without a value are left out.
    static Map<String, String> context(List<ContextEntry> entries) {
        var context = new LinkedHashMap<String, String>();
        entries.stream()
                .filter(entry -> !entry.value.get().isBlank())
                .forEach(entry -> context.put(entry.name.get().strip(), entry.value.get().strip()));
        return context;
    }

    /// What is wrong with the pairs, if anything.
    static Optional<String> problem(List<ContextEntry> entries) {
        var written = entries.stream().filter(entry -> !entry.value.get().isBlank()).toList();
        if (written.stream().anyMatch(entry -> entry.name.get().isBlank())) {
            return Optional.of(WORDS.get("context.unnamed"));
        }
        if (written.stream().anyMatch(entry -> entry.name.get().strip().startsWith(RESERVED))) {
            return Optional.of(WORDS.get("context.reserved", RESERVED));
        }
        long names = written.stream().map(entry -> entry.name.get().strip()).distinct().count();
        return names < written.size() ? Optional.of(WORDS.get("context.twice")) : Optional.empty();
    }
}
