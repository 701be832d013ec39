package app.keyhold.desktop.files;

import app.keyhold.desktop.part.Words;
import app.keyhold.kms.key.KeyManager;
import app.keyhold.kms.operation.screen.QueryKeys;

/// A key that files can be encrypted with.
///
/// @param name the alias without its prefix, or the id
/// @param kind `Symmetric` or `Symmetric, Keyhold’s own`
public record KeyChoice(String keyId, String arn, String name, String kind) {
    private static final Words WORDS = Words.of(KeyChoice.class);
    static KeyChoice of(QueryKeys.KeyRow row) {
        boolean own = row.manager() == KeyManager.AWS;
        return new KeyChoice(
                row.keyId(),
                row.arn(),
                KeyFit.name(row),
                WORDS.get(own ? "key.own" : "key.symmetric"));
    }

    @Override
    public String toString() {
        return name;
    }
}
