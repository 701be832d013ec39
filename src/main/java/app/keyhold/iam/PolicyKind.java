package app.keyhold.iam;

/// What a policy is attached to, which decides the elements its statements have.
public enum PolicyKind {
    /// On a key: statements name principals and resources.
    KEY("key policy"),
    /// On a role: statements name who may take it on; the resource is the role.
    TRUST("trust policy"),
    /// On a user, a role or a session, or as a boundary: statements name resources and no principals.
    IDENTITY("identity policy");

    private final String source;

    PolicyKind(String source) {
        this.source = source;
    }

    /// As reasons name it.
    public String source() {
        return source;
    }
}
