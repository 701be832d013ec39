package app.keyhold.vault;

import app.keyhold.audit.CheckpointSigner;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Ed25519;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.View;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;

/// A Region's random Ed25519 key that signs its checkpoints, as the Region keeps it: public key and wrapped private key.
public record AuditKey(Blob publicKey, Blob wrapped) {
    private static final String SETTING = "vault.audit-key";
    private static final String PURPOSE = "wrap/audit-signing";

    static AuditKey generate(SecretBytes wrappingKey, String vaultId, String region) {
        var fresh = Ed25519.generate();
        try (var secret = fresh.secret()) {
            var publicKey = fresh.publicKey().orElseThrow();
            return new AuditKey(publicKey, KeyWrap.wrap(wrappingKey, secret, identity(vaultId, region, publicKey)));
        }
    }

    public static AuditKey of(View view) {
        var parts = view.setting(SETTING)
                .orElseThrow(() -> new StoreException(
                        StoreException.Kind.DAMAGED, "The Region has no audit key; restore the newest verified backup."))
                .split(":", -1);
        return new AuditKey(Blob.ofHex(parts[0]), Blob.ofHex(parts[1]));
    }

    void put(UnitOfWork work) {
        work.putSetting(SETTING, publicKey.hex() + ":" + wrapped.hex());
    }

    /// SHA-256 of the public key in hexadecimal.
    public String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey.toByteArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean opensUnder(SecretBytes wrappingKey, String vaultId, String region) {
        try (var secret = KeyWrap.unwrap(wrappingKey, wrapped, identity(vaultId, region, publicKey))) {
            return secret.length() > 0;
        } catch (AEADBadTagException otherKey) {
            return false;
        }
    }

    /// @param wrappingKey gone once the vault is locked
    CheckpointSigner signer(SecretBytes wrappingKey, String vaultId, String region) {
        var own = this;
        return new CheckpointSigner() {
            @Override
            public Blob publicKey() {
                return own.publicKey;
            }

            @Override
            public Blob sign(byte[] message) {
                try (var secret = KeyWrap.unwrap(wrappingKey, wrapped, identity(vaultId, region, own.publicKey))) {
                    return Ed25519.sign(secret, Blob.of(message));
                } catch (AEADBadTagException exchanged) {
                    throw new StoreException(
                            StoreException.Kind.DAMAGED, "The audit key was exchanged or damaged.", exchanged);
                }
            }
        };
    }

    private static String[] identity(String vaultId, String region, Blob publicKey) {
        return new String[] {PURPOSE, vaultId, region, publicKey.hex()};
    }
}
