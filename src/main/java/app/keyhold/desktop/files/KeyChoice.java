package app.keyhold.desktop.files;

import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.screen.QueryKeys;

/// A key that files can be encrypted with.
///
/// @param name the alias without its prefix, or the id
/// @param kind `Symmetric` or `Symmetric, Keyhold’s own`
public record KeyChoice(String keyId, String arn, String name, String kind) {
    private static final String PREFIX = "alias/";

    static boolean isUsable(QueryKeys.KeyRow row) {
        return row.spec() == KeySpec.SYMMETRIC_DEFAULT
                && row.usage() == KeyUsage.ENCRYPT_DECRYPT
                && row.state() == KeyState.Enabled;
    }

    static KeyChoice of(QueryKeys.KeyRow row) {
        String name = row.aliases().isEmpty() ? row.keyId() : row.aliases().getFirst();
        boolean own = row.manager() == KeyManager.AWS;
        return new KeyChoice(
                row.keyId(),
                row.arn(),
                name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name,
                own ? "Symmetric, Keyhold’s own" : "Symmetric");
    }

    @Override
    public String toString() {
        return name;
    }
}
