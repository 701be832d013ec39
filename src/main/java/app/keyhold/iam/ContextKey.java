package app.keyhold.iam;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One thing a policy asks about a request: a condition key, and behind some keys the name of an entry, as in
/// `kms:EncryptionContext:team` or `aws:RequestTag/project`.
///
/// @param entry empty for keys without entries
public record ContextKey(ConditionKey key, String entry) {
    private static final Map<String, ConditionKey> WHOLE = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private static final List<ConditionKey> PREFIXES =
            Arrays.stream(ConditionKey.values()).filter(ConditionKey::hasEntries).toList();

    static {
        Arrays.stream(ConditionKey.values())
                .filter(key -> !key.hasEntries())
                .forEach(key -> WHOLE.put(key.wireName(), key));
    }

    public static ContextKey of(ConditionKey key) {
        return new ContextKey(key, "");
    }

    /// Names of keys know no case; empty if there is no such key.
    public static Optional<ContextKey> named(String name) {
        return Optional.ofNullable(WHOLE.get(name)).map(ContextKey::of).or(() -> withEntry(name));
    }

    private static Optional<ContextKey> withEntry(String name) {
        return PREFIXES.stream()
                .filter(key -> name.length() > key.wireName().length())
                .filter(key -> name.regionMatches(true, 0, key.wireName(), 0, key.wireName().length()))
                .map(key -> new ContextKey(key, name.substring(key.wireName().length())))
                .findFirst();
    }

    /// The entry's value: entries are looked up like names of keys, without case, but where two differ by case alone the
    /// one that is spelled the same counts.
    public List<String> in(Map<String, String> entries) {
        String exact = entries.get(entry);
        return exact != null
                ? List.of(exact)
                : entries.entrySet().stream()
                        .filter(one -> one.getKey().equalsIgnoreCase(entry))
                        .map(Map.Entry::getValue)
                        .sorted()
                        .toList();
    }

    /// `kms:EncryptionContext:team`.
    public String name() {
        return key.wireName() + entry;
    }
}
