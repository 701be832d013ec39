package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyGeneration;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.NewKey;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;

/// The only way to a Region's key materials: makes them, wraps them under the Region's material key, and lends them for
/// the length of one call. Opened materials are kept until [#close], which waits for calls that hold one, then wipes
/// all.
///
/// Safe for use by several threads.
public final class MaterialWrapping implements AutoCloseable {
    private static final String PURPOSE = "wrap/material";
    private static final int MATERIAL_ID_BYTES = 32;
    private static final int OPENED_AT_MOST = 4_096;

    private final SecretBytes wrappingKey;
    private final String vaultId;
    private final Map<Identity, SecretBytes> opened = new ConcurrentHashMap<>();
    private final ReadWriteLock lending = new ReentrantReadWriteLock();

    /// @param wrappingKey the Region's `wrap/material` key, 32 bytes; taken over and wiped by [#close]
    public MaterialWrapping(SecretBytes wrappingKey, String vaultId) {
        this.wrappingKey = wrappingKey;
        this.vaultId = vaultId;
    }

    /// Fresh material with a random id; slow for RSA.
    public FreshMaterial generate(KeyArn arn, KeySpec spec) {
        NewKey fresh = KeyGeneration.generate(spec);
        try (SecretBytes secret = fresh.secret()) {
            String id = HexFormat.of().formatHex(Randomness.bytes(MATERIAL_ID_BYTES));
            return new FreshMaterial(id, wrap(arn, spec, id, secret), fresh.publicKey());
        }
    }

    public Blob wrap(KeyArn arn, KeySpec spec, String materialId, SecretBytes secret) {
        return KeyWrap.wrap(wrappingKey, secret, new Identity(arn, materialId, spec).fields(vaultId));
    }

    /// Lends the plain material to `work`, which must neither keep nor close it.
    ///
    /// @throws StoreException DAMAGED if the wrapped material does not open, CLOSED after [#close]
    public <T> T with(Key key, KeyMaterial material, Function<SecretBytes, T> work) {
        makeRoom();
        lending.readLock().lock();
        try {
            if (wrappingKey.isDestroyed()) {
                throw new StoreException(StoreException.Kind.CLOSED, "The vault is locked; unlock it and try again.");
            }
            var identity = new Identity(key.arn(), material.id(), key.spec());
            return work.apply(opened.computeIfAbsent(identity, which -> open(which, material.wrapped())));
        } finally {
            lending.readLock().unlock();
        }
    }

    /// Whether what is stored is what was wrapped: opens it, whatever is known of it already, and wipes it.
    ///
    /// @throws StoreException DAMAGED if it does not open, CLOSED after [#close]
    public void verify(Key key, KeyMaterial material) {
        lending.readLock().lock();
        try {
            if (wrappingKey.isDestroyed()) {
                throw new StoreException(StoreException.Kind.CLOSED, "The vault is locked; unlock it and try again.");
            }
            open(new Identity(key.arn(), material.id(), key.spec()), material.wrapped()).close();
        } finally {
            lending.readLock().unlock();
        }
    }

    /// Wipes what was opened of a key that is gone.
    public void forget(Key key) {
        lending.writeLock().lock();
        try {
            key.materials().stream()
                    .map(material -> new Identity(key.arn(), material.id(), key.spec()))
                    .map(opened::remove)
                    .filter(secret -> secret != null)
                    .forEach(SecretBytes::close);
        } finally {
            lending.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        lending.writeLock().lock();
        try {
            wipeOpened();
            wrappingKey.close();
        } finally {
            lending.writeLock().unlock();
        }
    }

    private SecretBytes open(Identity identity, Blob wrapped) {
        try {
            return KeyWrap.unwrap(wrappingKey, wrapped, identity.fields(vaultId));
        } catch (AEADBadTagException damaged) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "The material of key " + identity.arn() + " is damaged or was exchanged. Nothing was changed; "
                            + "check the vault and restore the key from a backup.",
                    damaged);
        }
    }

    private void makeRoom() {
        // Only if nobody holds a material just now, the calling thread included; else the next call tries.
        if (opened.size() < OPENED_AT_MOST || !lending.writeLock().tryLock()) {
            return;
        }
        try {
            wipeOpened();
        } finally {
            lending.writeLock().unlock();
        }
    }

    private void wipeOpened() {
        opened.values().forEach(SecretBytes::close);
        opened.clear();
    }

    /// Also the cache's key: a material put in another key's row must not be served from memory either.
    private record Identity(KeyArn arn, String materialId, KeySpec spec) {
        String[] fields(String vaultId) {
            return new String[] {PURPOSE, vaultId, arn.account(), arn.region(), arn.keyId(), materialId, spec.name()};
        }
    }
}
