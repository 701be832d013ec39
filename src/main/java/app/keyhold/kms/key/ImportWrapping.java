package app.keyhold.kms.key;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Hmac;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.crypto.MacAlgorithm;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;

/// The secrets behind imports: private wrapping keys at rest, the tokens that go with them, and the secret that makes
/// imported material's ids. Safe for use by several threads.
public final class ImportWrapping implements AutoCloseable {
    private static final String PURPOSE = "wrap/import";
    private static final String ID_SECRET = "material-id";

    private final SecretBytes wrappingKey;
    private final SecretBytes tokenKey;
    private final String vaultId;

    /// @param wrappingKey the vault's `wrap/import` key, taken over and wiped by [#close]
    /// @param tokenKey the vault's `mac/import-token` key, taken over too
    public ImportWrapping(SecretBytes wrappingKey, SecretBytes tokenKey, String vaultId) {
        this.wrappingKey = wrappingKey;
        this.tokenKey = tokenKey;
        this.vaultId = vaultId;
    }

    Blob wrap(SecretBytes privateKey, String... identity) {
        return KeyWrap.wrap(wrappingKey, privateKey, identity);
    }

    /// @param parameters complete but for what this answers
    public ImportParameters sealed(ImportParameters parameters, SecretBytes privateKey) {
        return new ImportParameters(
                parameters.id(),
                parameters.keyId(),
                parameters.algorithm(),
                parameters.wrappingKeySpec(),
                parameters.expires(),
                wrap(privateKey, identity(parameters)));
    }

    /// @throws StoreException DAMAGED if it does not open
    public SecretBytes privateKey(ImportParameters parameters) {
        return open(parameters.wrapped(), identity(parameters));
    }

    public ImportToken token(KeyArn key, ImportParameters parameters) {
        return ImportToken.of(tokenKey, vaultId, key, parameters);
    }

    /// Whether this vault made the token, for this key, and nothing of it was changed.
    public boolean isGenuine(ImportToken token, KeyArn key) {
        return token.isGenuine(tokenKey, vaultId, key);
    }

    /// A fresh secret for [#materialId], wrapped; made once for a vault and kept for good, because ids must be the same
    /// whenever the same material comes back.
    public Blob newIdSecret() {
        try (SecretBytes fresh = Randomness.secret(32)) {
            return wrapIdSecret(fresh);
        }
    }

    /// Whether it is wrapped under this key.
    public boolean opensIdSecret(Blob wrapped) {
        try (SecretBytes secret = KeyWrap.unwrap(wrappingKey, wrapped, idSecretIdentity())) {
            return secret.length() > 0;
        } catch (AEADBadTagException otherKey) {
            return false;
        }
    }

    /// The same secret under another vault root's key.
    public Blob moveIdSecret(Blob wrapped, ImportWrapping to) {
        try (SecretBytes secret = open(wrapped, idSecretIdentity())) {
            return to.wrapIdSecret(secret);
        }
    }

    /// HMAC-SHA-256 over key id and material: whoever sees it can't try guesses of weak material against it.
    ///
    /// @param idSecret as [#newIdSecret] answered it
    /// @return 64 hexadecimal digits
    public String materialId(Blob idSecret, String keyId, SecretBytes material) {
        try (SecretBytes secret = open(idSecret, idSecretIdentity())) {
            return material.use(bytes -> {
                byte[] message = LengthPrefixed.join(keyId.getBytes(StandardCharsets.UTF_8), bytes);
                try {
                    return HexFormat.of().formatHex(Hmac.compute(MacAlgorithm.HMAC_SHA_256, secret, message));
                } finally {
                    Arrays.fill(message, (byte) 0);
                }
            });
        }
    }

    @Override
    public void close() {
        wrappingKey.close();
        tokenKey.close();
    }

    private Blob wrapIdSecret(SecretBytes secret) {
        return wrap(secret, idSecretIdentity());
    }

    private String[] idSecretIdentity() {
        return new String[] {PURPOSE, vaultId, ID_SECRET};
    }

    private String[] identity(ImportParameters parameters) {
        return new String[] {
            PURPOSE,
            vaultId,
            parameters.id(),
            parameters.keyId(),
            parameters.algorithm().name(),
            parameters.wrappingKeySpec().name(),
            parameters.expires().toString()
        };
    }

    private SecretBytes open(Blob wrapped, String... identity) {
        try {
            return KeyWrap.unwrap(wrappingKey, wrapped, identity);
        } catch (AEADBadTagException damaged) {
            throw new StoreException(
                    StoreException.Kind.DAMAGED,
                    "What an import needs is damaged or was exchanged. Nothing was changed; check the vault, and get "
                            + "new parameters for the import.",
                    damaged);
        }
    }
}
