package app.keyhold.desktop.keys;

import app.keyhold.desktop.part.Words;
import java.util.LinkedHashMap;
import java.util.Map;

/// An encryption context as a person types it: `name=value`, one a line.
public final class Contexts {
    private static final Words WORDS = Words.of(Contexts.class);

    private Contexts() {}

    /// @throws IllegalArgumentException for a line without a name or an equals sign, in words for the person
    public static Map<String, String> parse(String text) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String line : text.split("\n")) {
            String pair = line.strip();
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            if (equals <= 0) {
                throw new IllegalArgumentException(WORDS.get("context.noPair", pair));
            }
            String name = pair.substring(0, equals).strip();
            if (context.put(name, pair.substring(equals + 1).strip()) != null) {
                throw new IllegalArgumentException(WORDS.get("context.twice", name));
            }
        }
        return Map.copyOf(context);
    }
}
