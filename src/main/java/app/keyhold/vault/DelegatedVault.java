package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// An open vault that is another one but for what it says differently.
interface DelegatedVault extends OpenVault {
    OpenVault vault();

    @Override
    default Path folder() {
        return vault().folder();
    }

    @Override
    default String vaultId() {
        return vault().vaultId();
    }

    @Override
    default String account() {
        return vault().account();
    }

    @Override
    default String region() {
        return vault().region();
    }

    @Override
    default List<String> regions() {
        return vault().regions();
    }

    @Override
    default OpenVault in(String region) {
        return vault().in(region);
    }

    @Override
    default String user() {
        return vault().user();
    }

    @Override
    default Client client() {
        return vault().client();
    }

    @Override
    default OpenVault inSession(Blob sessionToken) {
        return vault().inSession(sessionToken);
    }

    @Override
    default int failedUnlocks() {
        return vault().failedUnlocks();
    }

    @Override
    default PriceFile prices() {
        return vault().prices();
    }

    @Override
    default boolean isLocked() {
        return vault().isLocked();
    }

    @Override
    default Optional<Blob> sealNoteKey(SecretBytes key) {
        return vault().sealNoteKey(key);
    }

    @Override
    default Optional<SecretBytes> openNoteKey(Blob sealed) {
        return vault().openNoteKey(sealed);
    }

    @Override
    default void lock() {
        vault().lock();
    }
}
