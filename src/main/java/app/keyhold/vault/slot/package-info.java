/// Keyslots: each wraps the vault's random root key under a key that one person can make, from a passphrase (Argon2id) or
/// from a recovery sheet's words (HKDF). The slot is chosen by user name, never tried in turn.
@NullMarked
package app.keyhold.vault.slot;

import org.jspecify.annotations.NullMarked;
