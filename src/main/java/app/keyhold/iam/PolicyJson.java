package app.keyhold.iam;

import app.keyhold.json.Json;
import app.keyhold.json.JsonReader;
import app.keyhold.json.JsonSyntaxException;

/// The JSON of a policy document.
final class PolicyJson {
    private static final int MAX_DEPTH = 16;

    private PolicyJson() {}

    /// @throws PolicySyntaxException naming line and column
    static Json read(String policy) {
        try {
            return JsonReader.read("the policy", policy, MAX_DEPTH);
        } catch (JsonSyntaxException malformed) {
            throw new PolicySyntaxException(malformed.at(), malformed.sentence());
        }
    }
}
