package app.keyhold.audit;

import app.keyhold.crypto.Blob;

/// A link of the chain. `hash` is SHA-256 over the domain tag, vault id, Region, number, previous hash and body, each
/// with its length; the body is the event in its canonical form, exactly as stored.
///
/// @param number from 1, without gaps
public record AuditRow(long number, Blob previousHash, Blob body, Blob hash, AuditEvent event) {}
