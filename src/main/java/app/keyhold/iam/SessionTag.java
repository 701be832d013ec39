package app.keyhold.iam;

/// A tag that a session of a role was begun with; policies know it as `aws:PrincipalTag/KEY`.
///
/// @param transitive whether it goes along where the session takes on a further role
public record SessionTag(String key, String value, boolean transitive) {}
