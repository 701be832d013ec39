package app.keyhold.iam;

/// The policy of what is asked for: a key's, or a role's trust policy.
public record ResourcePolicy(PolicyKind kind, String document) {
    public static ResourcePolicy ofKey(String document) {
        return new ResourcePolicy(PolicyKind.KEY, document);
    }

    public static ResourcePolicy ofRole(String document) {
        return new ResourcePolicy(PolicyKind.TRUST, document);
    }
}
