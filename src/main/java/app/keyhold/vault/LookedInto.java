package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A copy of a vault that is only looked at: locking removes it.
///
/// @param place everything of it is in
record LookedInto(OpenVault vault, VaultLayout place) implements OpenVault {
    @Override
    public Path folder() {
        return vault.folder();
    }

    @Override
    public String vaultId() {
        return vault.vaultId();
    }

    @Override
    public String account() {
        return vault.account();
    }

    @Override
    public String region() {
        return vault.region();
    }

    @Override
    public List<String> regions() {
        return vault.regions();
    }

    @Override
    public OpenVault in(String region) {
        return vault.in(region);
    }

    @Override
    public String user() {
        return vault.user();
    }

    @Override
    public Client client() {
        return vault.client();
    }

    @Override
    public OpenVault inSession(Blob sessionToken) {
        return vault.inSession(sessionToken);
    }

    @Override
    public int failedUnlocks() {
        return vault.failedUnlocks();
    }

    @Override
    public PriceFile prices() {
        return vault.prices();
    }

    @Override
    public boolean isLocked() {
        return vault.isLocked();
    }

    @Override
    public Optional<Blob> sealNoteKey(SecretBytes key) {
        return vault.sealNoteKey(key);
    }

    @Override
    public Optional<SecretBytes> openNoteKey(Blob sealed) {
        return vault.openNoteKey(sealed);
    }

    @Override
    public void lock() {
        try {
            vault.lock();
        } finally {
            place.remove();
        }
    }
}
