package app.keyhold.kms.keystore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Token;
import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.crypto.token.TokenInfo;
import app.keyhold.crypto.token.TokenLibrary;
import app.keyhold.crypto.token.Tokens;
import java.util.List;

/// What custom key stores stand on, as far as this program reaches.
public record KeyStoreBackends(Tokens tokens, XksProxy proxies) {
    /// For a program that reaches no tokens and no proxies: custom key stores are seen and managed, but cannot be
    /// connected.
    public static final KeyStoreBackends NONE = new KeyStoreBackends(new NoTokens(), new NoProxies());

    private static final class NoTokens implements Tokens {
        @Override
        public List<TokenInfo> list(TokenLibrary library) {
            throw unreachable();
        }

        @Override
        public Token connect(TokenAddress address, SecretBytes pin) {
            throw unreachable();
        }

        private static TokenException unreachable() {
            return new TokenException(TokenException.Reason.NOT_PRESENT, "This program reaches no tokens.");
        }
    }

    private static final class NoProxies implements XksProxy {
        @Override
        public void requireHealth(XksTarget target, XksCall call) {
            throw new XksException(XksProblem.UNREACHABLE);
        }

        @Override
        public XksKey describe(XksTarget target, XksCall call, String xksKeyId) {
            throw new XksException(XksProblem.UNREACHABLE);
        }

        @Override
        public XksCiphertext encrypt(
                XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, byte[] plaintext) {
            throw new XksException(XksProblem.UNREACHABLE);
        }

        @Override
        public byte[] decrypt(
                XksTarget target, XksCall call, String xksKeyId, byte[] associatedData, XksCiphertext sealed) {
            throw new XksException(XksProblem.UNREACHABLE);
        }
    }
}
