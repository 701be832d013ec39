package app.keyhold.vault.operation;

/// What a new user may do, as an identity policy.
public enum Permissions {
    /// Everything.
    ADMINISTRATOR,
    /// Use keys and see them and the timeline; administer nothing.
    KEY_USER,
    /// Only what key policies grant by name.
    NONE
}
