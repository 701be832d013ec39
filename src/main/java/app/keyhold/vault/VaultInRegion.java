package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An open vault as it is seen from another of its Regions.
record VaultInRegion(UnlockedVault whole, String region, Client client) implements OpenVault {
    @Override
    public Path folder() {
        return whole.folder();
    }

    @Override
    public String vaultId() {
        return whole.vaultId();
    }

    @Override
    public String account() {
        return whole.account();
    }

    @Override
    public String user() {
        return whole.user();
    }

    @Override
    public List<String> regions() {
        return whole.regions();
    }

    @Override
    public OpenVault in(String other) {
        return other.equals(region) ? this : whole.in(other);
    }

    @Override
    public OpenVault inSession(Blob sessionToken) {
        return whole.inSession(this, sessionToken);
    }

    @Override
    public PriceFile prices() {
        return whole.prices();
    }

    @Override
    public int failedUnlocks() {
        return whole.failedUnlocks();
    }

    @Override
    public Optional<Blob> sealNoteKey(SecretBytes key) {
        return whole.sealNoteKey(key);
    }

    @Override
    public Optional<SecretBytes> openNoteKey(Blob sealed) {
        return whole.openNoteKey(sealed);
    }

    @Override
    public boolean isLocked() {
        return whole.isLocked();
    }

    @Override
    public void lock() {
        whole.lock();
    }
}
