package app.keyhold.crypto.token;

import app.keyhold.crypto.AesGcm;
import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.TokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.AEADBadTagException;

/// A token that is no more than a map, and can be taken out, locked and put back: for what must be tested also where no
/// PKCS#11 library is installed.
public final class MemoryTokens implements Tokens {
    public static final TokenLibrary LIBRARY = new TokenLibrary(Path.of("/usr/lib/memory.so"), Map.of());
    public static final String PIN = "memory-pin";

    private final TokenInfo info = new TokenInfo("desk", "0001", "Maker", "Model", true, true, false);
    private final Map<String, SecretBytes> keys = new TreeMap<>();
    private final List<Login> logins = new ArrayList<>();
    private Optional<Reason> trouble = Optional.empty();
    private String pin = PIN;
    private int tries;
    private Runnable whenGenerating = () -> {};

    /// Until [#recover] nothing works, for this reason.
    public void fail(Reason reason) {
        trouble = Optional.of(reason);
        logins.forEach(login -> login.connected = false);
    }

    public void recover() {
        trouble = Optional.empty();
    }

    public void changePin(String now) {
        pin = now;
    }

    /// What happens besides while a key is being made.
    public void whenGenerating(Runnable what) {
        whenGenerating = what;
    }

    /// How often somebody tried to log in.
    public int tries() {
        return tries;
    }

    public long loggedIn() {
        return logins.stream().filter(login -> login.connected).count();
    }

    public List<String> labels() {
        return List.copyOf(keys.keySet());
    }

    @Override
    public List<TokenInfo> list(TokenLibrary library) {
        requireWell();
        return List.of(info);
    }

    @Override
    public Token connect(TokenAddress address, SecretBytes given) {
        tries++;
        requireWell();
        if (!info.isAt(address)) {
            throw new TokenException(Reason.NOT_PRESENT, "No such token.");
        }
        if (!given.use(bytes -> new String(bytes, StandardCharsets.UTF_8)).equals(pin)) {
            throw new TokenException(Reason.WRONG_PIN, "Logging in failed: the token answers CKR_PIN_INCORRECT.");
        }
        Login login = new Login();
        logins.add(login);
        return login;
    }

    private void requireWell() {
        trouble.ifPresent(reason -> {
            throw new TokenException(reason, "The token is in trouble.");
        });
    }

    private final class Login implements Token {
        private boolean connected = true;

        private void require() {
            if (!connected) {
                throw new TokenException(Reason.FAILED, "The login is over.");
            }
            requireWell();
        }

        private SecretBytes key(String label) {
            require();
            return Optional.ofNullable(keys.get(label))
                    .orElseThrow(() -> new TokenException(Reason.KEY_MISSING, "No key " + label + "."));
        }

        @Override
        public void generateKey(String label) {
            require();
            whenGenerating.run();
            if (keys.putIfAbsent(label, Randomness.secret(32)) != null) {
                throw new TokenException(Reason.LABEL_TAKEN, "Taken.");
            }
        }

        @Override
        public boolean holds(String label) {
            require();
            return keys.containsKey(label);
        }

        @Override
        public void deleteKey(String label) {
            require();
            keys.remove(label);
        }

        @Override
        public byte[] seal(String label, byte[] nonce, byte[] associatedData, SecretBytes plaintext) {
            return AesGcm.seal(key(label), nonce, associatedData, plaintext);
        }

        @Override
        public SecretBytes open(String label, byte[] nonce, byte[] associatedData, byte[] sealed)
                throws AEADBadTagException {
            return AesGcm.open(key(label), nonce, associatedData, sealed);
        }

        @Override
        public SecretBytes random(int length) {
            require();
            return Randomness.secret(length);
        }

        @Override
        public boolean isConnected() {
            return connected;
        }

        @Override
        public void close() {
            connected = false;
        }
    }
}
