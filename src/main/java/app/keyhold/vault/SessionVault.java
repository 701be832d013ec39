package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An open vault as a session of a role has it.
///
/// @param vault as the person has it who unlocked
record SessionVault(OpenVault vault, Client client) implements OpenVault {
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
    public String user() {
        return vault.user();
    }

    @Override
    public List<String> regions() {
        return vault.regions();
    }

    @Override
    public OpenVault in(String region) {
        OpenVault place = vault.in(region);
        return new SessionVault(place, new Client(place.client().kms(), client.caller()));
    }

    @Override
    public OpenVault inSession(Blob sessionToken) {
        return vault.inSession(sessionToken);
    }

    @Override
    public PriceFile prices() {
        return vault.prices();
    }

    @Override
    public int failedUnlocks() {
        return vault.failedUnlocks();
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
        vault.lock();
    }
}
