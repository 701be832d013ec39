package app.keyhold.kms.keystore;

import app.keyhold.crypto.Blob;
import java.util.Optional;

/// What a custom key store stands on, and the secret that opens it, wrapped.
public sealed interface Backing {
    /// As [KeyStoreSecrets] wraps it.
    Blob secret();

    Backing withSecret(Blob now);

    /// A PKCS#11 token.
    ///
    /// @param clusterId names a [ConfiguredToken]
    /// @param trustAnchor the certificate its maker's documents call the trust anchor, as it was given
    /// @param secret the token's PIN
    record Token(String clusterId, Optional<String> trustAnchor, Blob secret) implements Backing {
        @Override
        public Token withSecret(Blob now) {
            return new Token(clusterId, trustAnchor, now);
        }
    }

    /// An external key manager behind its proxy.
    ///
    /// @param uriEndpoint `https://` and a host
    /// @param uriPath ends with `/kms/xks/v1`
    /// @param secret the raw secret access key that goes with `accessKeyId`
    record Proxy(String uriEndpoint, String uriPath, String accessKeyId, Blob secret) implements Backing {
        @Override
        public Proxy withSecret(Blob now) {
            return new Proxy(uriEndpoint, uriPath, accessKeyId, now);
        }
    }
}
