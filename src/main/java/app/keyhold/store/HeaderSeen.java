package app.keyhold.store;

import app.keyhold.crypto.Blob;

/// The vault header as the database last saw it.
///
/// @param sha256 of the header's exact bytes
public record HeaderSeen(long generation, Blob sha256) {}
