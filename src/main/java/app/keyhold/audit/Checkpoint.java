package app.keyhold.audit;

import app.keyhold.crypto.Blob;
import java.time.Instant;

/// A signed head of the chain: shows that this vault said so at that time. What convicts someone who holds the
/// passphrase is a copy kept outside the vault, and only up to it.
///
/// @param number the row it covers up to
/// @param stateDigest over the digests of all stored rows at that moment
/// @param previous hash of the checkpoint before, 32 zero bytes for the first
/// @param signature Ed25519 over the canonical form (formats.md)
public record Checkpoint(
        String vaultId,
        String incarnation,
        String region,
        long number,
        Blob head,
        Blob stateDigest,
        Instant time,
        Blob previous,
        Blob signature) {}
