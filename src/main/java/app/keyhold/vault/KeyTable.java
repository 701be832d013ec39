package app.keyhold.vault;

import app.keyhold.crypto.Hkdf;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.keystore.KeyStoreSecrets;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Every key below the root key, each under its own label: HKDF-SHA-512, salt = vault id,
/// info = `keyhold/1/<purpose>[/<region>]`, 32 bytes.
///
/// Keys are derived once and belong to the table; [#close] wipes them and the root key. Thread-safe.
public final class KeyTable implements AutoCloseable {
    /// What a key is for; one purpose, one key.
    public enum Purpose {
        HEADER_MAC("header-mac"),
        CREDENTIAL("wrap/credential"),
        SESSION("wrap/session"),
        IMPORT("wrap/import"),
        IMPORT_TOKEN("mac/import-token"),
        TOKEN_PIN("wrap/token-pin"),
        /// Wraps the keys of notes kept outside the vault.
        NOTE("wrap/note"),
        /// Wraps the old root key while a rekey is under way.
        OLD_ROOT("wrap/old-root");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }
    }

    /// What a key is for in one Region alone.
    public enum RegionPurpose {
        DATABASE("db"),
        MATERIAL("wrap/material"),
        AUDIT_SIGNING("wrap/audit-signing"),
        GRANT_TOKEN("mac/grant-token");

        private final String label;

        RegionPurpose(String label) {
            this.label = label;
        }
    }

    private static final int KEY_BYTES = 32;

    private final SecretBytes root;
    private final String vaultId;
    private final Map<String, SecretBytes> derived = new HashMap<>();

    /// @param root 32 random bytes, owned by the table from now on
    public KeyTable(SecretBytes root, String vaultId) {
        this.root = root;
        this.vaultId = vaultId;
    }

    public SecretBytes key(Purpose purpose) {
        return labelled(purpose.label);
    }

    public SecretBytes key(RegionPurpose purpose, String region) {
        return labelled(purpose.label + "/" + region);
    }

    /// Copies of the keys behind imports; the receiver closes it.
    ImportWrapping imports() {
        return new ImportWrapping(key(Purpose.IMPORT).copy(), key(Purpose.IMPORT_TOKEN).copy(), vaultId);
    }

    /// Not to be used after [#close].
    public KeyStoreSecrets keyStoreSecrets() {
        return new KeyStoreSecrets(key(Purpose.TOKEN_PIN), vaultId);
    }

    /// Not to be used after [#close].
    public AccessKeySecrets accessKeySecrets() {
        return new AccessKeySecrets(key(Purpose.CREDENTIAL), vaultId);
    }

    /// For wrapping into a slot.
    public SecretBytes root() {
        return root;
    }

    public String vaultId() {
        return vaultId;
    }

    private synchronized SecretBytes labelled(String label) {
        return derived.computeIfAbsent(
                label,
                purpose -> Hkdf.sha512(
                        root,
                        vaultId.getBytes(StandardCharsets.UTF_8),
                        ("keyhold/1/" + purpose).getBytes(StandardCharsets.UTF_8),
                        KEY_BYTES));
    }

    @Override
    public synchronized void close() {
        derived.values().forEach(SecretBytes::close);
        root.close();
    }
}
