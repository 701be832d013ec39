package app.keyhold.desktop.keys;

import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The keys of one answer, prepared for being looked for at every key press: what is searched in is put together once.
public final class KeyIndex {
    static final KeyIndex EMPTY = new KeyIndex(List.of());

    private final Map<String, KeyRow> byId = new HashMap<>();
    private final Map<String, String> searched = new HashMap<>();
    private final Set<String> aliases = new HashSet<>();

    KeyIndex(List<KeyRow> rows) {
        for (KeyRow row : rows) {
            byId.put(row.keyId(), row);
            searched.put(row.keyId(), searched(row));
            aliases.addAll(row.aliases());
        }
    }

    private static String searched(KeyRow row) {
        StringBuilder hay = new StringBuilder(row.keyId()).append('\n').append(row.description());
        row.aliases().forEach(alias -> hay.append('\n').append(alias));
        row.tags().forEach(tag -> hay.append('\n').append(tag.tagKey()).append('=').append(tag.tagValue()));
        return hay.toString().toLowerCase(Locale.ROOT);
    }

    /// @param keyId or ARN
    Optional<KeyRow> row(String keyId) {
        return Optional.ofNullable(byId.get(keyId.substring(keyId.lastIndexOf('/') + 1)));
    }

    boolean isAliasTaken(String alias) {
        return aliases.contains(alias);
    }

    /// The filter over these keys.
    Predicate<KeyRow> matching(KeyFilter filter) {
        List<String> words = new ArrayList<>(List.of(filter.text().strip().toLowerCase(Locale.ROOT).split("\\s+")));
        words.removeIf(String::isEmpty);
        return row -> filter.holds(row) && words.stream().allMatch(word -> searched.getOrDefault(row.keyId(), "").contains(word));
    }
}
