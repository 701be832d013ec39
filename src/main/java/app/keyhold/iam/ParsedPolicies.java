package app.keyhold.iam;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Policies by their text, so that a call does not parse what the call before has parsed.
final class ParsedPolicies {
    private static final int MOST_KEPT = 2_000;

    private final Map<String, PolicyDocument> keyPolicies = new ConcurrentHashMap<>();
    private final Map<String, PolicyDocument> identityPolicies = new ConcurrentHashMap<>();

    PolicyDocument keyPolicy(String text) {
        return parsed(keyPolicies, text, PolicyDocument::parseKeyPolicy);
    }

    PolicyDocument identityPolicy(String text) {
        return parsed(identityPolicies, text, PolicyDocument::parseIdentityPolicy);
    }

    private static PolicyDocument parsed(
            Map<String, PolicyDocument> kept, String text, Function<String, PolicyDocument> parser) {
        if (kept.size() > MOST_KEPT) {
            kept.clear();
        }
        return kept.computeIfAbsent(text, parser);
    }
}
