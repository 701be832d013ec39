package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Client;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A vault somebody has unlocked, until it is locked. Everything that happens inside goes through [#client].
public interface OpenVault extends AutoCloseable {
    Path folder();

    String vaultId();

    String account();

    /// Which Region [#client] is the door of: the one whose folder was opened, unless another was asked for.
    String region();

    /// Names of the Regions that are here, the home first.
    List<String> regions();

    /// The same vault with the door of another Region.
    ///
    /// @throws VaultException NOT_FOUND if it is away, or no Region of this vault
    OpenVault in(String region);

    /// The user who unlocked: `owner`.
    String user();

    /// The door as this person has it.
    Client client();

    /// The same vault with the door as the session has it that the token is of. The token must count now, and with every
    /// call.
    ///
    /// @param sessionToken of AssumeRole's answer
    /// @throws app.keyhold.kms.KmsException UnrecognizedClientException, ExpiredTokenException
    OpenVault inSession(Blob sessionToken);

    /// Wrong passphrases for this vault on this computer since it was last opened here.
    int failedUnlocks();

    /// What costs are estimated with on this computer.
    PriceFile prices();

    boolean isLocked();

    /// Seals the key of a note that is kept outside the vault, so that only whoever opens this vault reads it.
    ///
    /// @return empty if the vault is locked
    Optional<Blob> sealNoteKey(SecretBytes key);

    /// @return empty if the vault is locked, or this is no key of its notes; whoever receives it closes it
    Optional<SecretBytes> openNoteKey(Blob sealed);

    /// Wipes root key, derived keys and material, writes a checkpoint, closes the databases. Running calls finish first,
    /// later ones are refused. Locking twice is fine.
    void lock();

    @Override
    default void close() {
        lock();
    }
}
