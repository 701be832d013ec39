package app.keyhold.iam;

/// What is asked of the policies: may this caller do this to that?
///
/// @param action `kms:Encrypt`
/// @param resource an ARN, or `*` for what is about no resource
/// @param account the vault's own, which is every caller's too
public record Question(Caller caller, String action, String resource, String account, String region) {}
