package app.keyhold.vault;

/// A copy of a vault that is only looked at: locking removes it.
///
/// @param place everything of it is in
record LookedInto(OpenVault vault, VaultLayout place) implements DelegatedVault {
    @Override
    public void lock() {
        try {
            vault.lock();
        } finally {
            place.remove();
        }
    }
}
