package app.keyhold.iam;

import java.time.Instant;

/// The policy of what is asked for: a key's, or a role's trust policy.
///
/// @param since the earliest moment at which it can have been written: an ARN in it means who had that name then, not who
///     took it later. A unique id means the same one at any time
public record ResourcePolicy(PolicyKind kind, String document, Instant since) {
    /// As if it were written now.
    public static ResourcePolicy ofKey(String document) {
        return ofKey(document, Instant.MAX);
    }

    public static ResourcePolicy ofKey(String document, Instant since) {
        return new ResourcePolicy(PolicyKind.KEY, document, since);
    }

    public static ResourcePolicy ofRole(String document, Instant since) {
        return new ResourcePolicy(PolicyKind.TRUST, document, since);
    }
}
