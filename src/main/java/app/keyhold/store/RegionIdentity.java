package app.keyhold.store;

/// Whose Region this is; written at creation, held against at every opening.
///
/// @param account 12 digits
public record RegionIdentity(String vaultId, String account, String region) {}
