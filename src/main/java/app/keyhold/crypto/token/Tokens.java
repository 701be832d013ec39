package app.keyhold.crypto.token;

import app.keyhold.crypto.SecretBytes;
import java.util.List;

/// The tokens of this computer.
public interface Tokens {
    /// Every token in a slot of that library.
    ///
    /// @throws TokenException LIBRARY, TIMED_OUT, FAILED
    List<TokenInfo> list(TokenLibrary library);

    /// Logs in. A wrong PIN counts towards the token's own lock: it is tried once.
    ///
    /// @throws TokenException
    Token connect(TokenAddress address, SecretBytes pin);
}
