package app.keyhold.iam;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Policies by their text, so that a call does not parse what the call before has parsed.
final class ParsedPolicies {
    private static final int MOST_KEPT = 2_000;

    private final Map<PolicyKind, Map<String, PolicyDocument>> kept = new EnumMap<>(PolicyKind.class);

    ParsedPolicies() {
        for (PolicyKind kind : PolicyKind.values()) {
            kept.put(kind, new ConcurrentHashMap<>());
        }
    }

    PolicyDocument get(PolicyKind kind, String text) {
        Map<String, PolicyDocument> ofKind = kept.getOrDefault(kind, Map.of());
        PolicyDocument known = ofKind.get(text);
        if (known != null) {
            return known;
        }
        PolicyDocument parsed = PolicyDocument.parse(kind, text);
        if (ofKind.size() >= MOST_KEPT) {
            ofKind.clear();
        }
        ofKind.put(text, parsed);
        return parsed;
    }
}
