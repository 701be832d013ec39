package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.kms.Client;
import app.keyhold.kms.Pipeline;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.operation.Users;
import java.nio.file.Path;
import java.util.Optional;
import javax.crypto.AEADBadTagException;

/// A vault while it is open, and the one order in which it closes.
final class UnlockedVault implements OpenVault {
    private static final String NOTE = "note";

    private final OpenParts parts;
    private final Gate gate;
    private final Pipeline pipeline;
    private final MaterialWrapping materials;
    private final ImportWrapping imports;
    private final KeyStoreConnections stores;
    private final HeaderKeeper headers;
    private final SessionTokens sessions;
    private final Client client;
    private final Header header;
    private boolean locked;

    UnlockedVault(
            OpenParts parts,
            Gate gate,
            Pipeline pipeline,
            MaterialWrapping materials,
            ImportWrapping imports,
            KeyStoreConnections stores,
            HeaderKeeper headers,
            SessionTokens sessions) {
        this.parts = parts;
        this.gate = gate;
        this.pipeline = pipeline;
        this.materials = materials;
        this.imports = imports;
        this.stores = stores;
        this.headers = headers;
        this.header = headers.current();
        this.sessions = sessions;
        var person = Users.principal(header.account(), parts.user());
        this.client = new Client(gate, Caller.of(person, new Origin(parts.front(), "Keyhold")));
    }

    @Override
    public Path folder() {
        return parts.layout().folder();
    }

    @Override
    public String vaultId() {
        return header.vaultId();
    }

    @Override
    public String account() {
        return header.account();
    }

    @Override
    public String region() {
        return header.homeRegion();
    }

    @Override
    public String user() {
        return parts.user();
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public OpenVault inSession(Blob sessionToken) {
        var caller = sessions.caller(
                parts.region().view(), sessionToken, client.caller().origin(), parts.clock().instant());
        return new SessionVault(this, new Client(gate, caller));
    }

    @Override
    public int failedUnlocks() {
        return parts.failedUnlocks();
    }

    KeyTable keys() {
        return parts.keys();
    }

    @Override
    public PriceFile prices() {
        return parts.prices();
    }

    @Override
    public synchronized boolean isLocked() {
        return locked;
    }

    @Override
    public synchronized Optional<Blob> sealNoteKey(SecretBytes key) {
        return locked
                ? Optional.empty()
                : Optional.of(KeyWrap.wrap(parts.keys().key(KeyTable.Purpose.NOTE), key, NOTE, vaultId()));
    }

    @Override
    public synchronized Optional<SecretBytes> openNoteKey(Blob sealed) {
        if (locked) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyWrap.unwrap(parts.keys().key(KeyTable.Purpose.NOTE), sealed, NOTE, vaultId()));
        } catch (AEADBadTagException notOfThisVault) {
            return Optional.empty();
        }
    }

    /// @throws VaultException after the keys are wiped and everything is closed, if the last checkpoint could not be
    ///     written or a rekey not be finished; both are made up for at the next unlock
    @Override
    public void lock() {
        synchronized (this) {
            if (locked) {
                return;
            }
            locked = true;
        }
        parts.attendant().locking(this);
        // The gate waits for running calls: after this nothing uses keys or databases any more.
        gate.close();
        pipeline.lock();
        materials.close();
        imports.close();
        stores.close();
        var failure = finish();
        headers.nextKeys().ifPresent(KeyTable::close);
        parts.keys().close();
        parts.use().ifPresent(VaultLock.Held::close);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private Optional<VaultException> finish() {
        try (SqliteRegion region = parts.region()) {
            region.checkpoint(parts.clock().instant());
            var header = headers.nextKeys()
                    .map(moving -> move(moving).finish(region, headers.sealed()))
                    .orElseGet(headers::sealed);
            parts.anchor().save(header.header(), region.view().audit().head());
            return Optional.empty();
        } catch (StoreException failed) {
            return Optional.of(RegionFiles.outcome(failed));
        } catch (VaultException failed) {
            return Optional.of(failed);
        }
    }

    private RekeyMove move(KeyTable moving) {
        return new RekeyMove(
                parts.layout(),
                parts.clock(),
                parts.keys(),
                moving,
                parts.auditKeys(),
                client.caller().principal(),
                parts.front());
    }
}
