package app.keyhold.iam;

/// What is asked of the policies: may this principal do this to that?
///
/// @param account the vault's own, which is every principal's too
/// @param action `kms:Encrypt`
/// @param resource an ARN, or `*` for what is about no resource
public record Question(Principal principal, String account, String action, String resource, Facts facts) {}
