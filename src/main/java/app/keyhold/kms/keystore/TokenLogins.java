package app.keyhold.kms.keystore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Token;
import app.keyhold.crypto.token.TokenAddress;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.crypto.token.TokenException.Reason;
import app.keyhold.crypto.token.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// The tokens this process is logged in to, by key store. A token that was lost is logged in to again at its next use; one
/// that refused the PIN is not, because it counts the wrong ones and locks itself.
final class TokenLogins implements AutoCloseable {
    private static final long BETWEEN_TRIES = Duration.ofSeconds(2).toNanos();

    private final Tokens tokens;
    private final Map<String, Login> logins = new ConcurrentHashMap<>();
    private boolean closed;

    TokenLogins(Tokens tokens) {
        this.tokens = tokens;
    }

    /// @param backing what the login was made with: another PIN or another token makes another login
    private record Login(Backing.Token backing, Optional<Token> token, Optional<TokenException> refusal, long tried) {
        boolean isFor(Backing.Token now) {
            return backing.equals(now);
        }

        Optional<Token> living() {
            return token.filter(Token::isConnected);
        }

        /// Asking again at once would only cost time, or a try at the PIN.
        boolean refusesStill() {
            boolean forGood = refusal.filter(refused -> switch (refused.reason()) {
                        case WRONG_PIN, PIN_LOCKED, PIN_NOT_SET -> true;
                        case LIBRARY, NOT_PRESENT, LOGGED_IN_ELSEWHERE, UNFIT, KEY_MISSING, LABEL_TAKEN, TIMED_OUT,
                                FAILED -> false;
                    })
                    .isPresent();
            return forGood || (refusal.isPresent() && System.nanoTime() - tried < BETWEEN_TRIES);
        }
    }

    /// Forgets what was and logs in, whatever was refused before.
    ///
    /// @throws TokenException
    synchronized void connect(String storeId, Backing.Token backing, TokenAddress address, Supplier<SecretBytes> pin) {
        end(storeId);
        login(storeId, backing, address, pin);
    }

    synchronized void end(String storeId) {
        Optional.ofNullable(logins.remove(storeId)).flatMap(Login::token).ifPresent(Token::close);
    }

    /// Does the work, a second time if the token had gone and come back since it was last asked.
    ///
    /// @throws TokenException
    <T> T use(
            String storeId,
            Backing.Token backing,
            TokenAddress address,
            Supplier<SecretBytes> pin,
            Function<Token, T> work) {
        Token token = loggedIn(storeId, backing, address, pin);
        try {
            return work.apply(token);
        } catch (TokenException failure) {
            if (failure.isAnswer() || failure.reason() == Reason.TIMED_OUT) {
                throw failure;
            }
        }
        return work.apply(loggedIn(storeId, backing, address, pin));
    }

    private Token loggedIn(String storeId, Backing.Token backing, TokenAddress address, Supplier<SecretBytes> pin) {
        Optional<Token> known = Optional.ofNullable(logins.get(storeId))
                .filter(login -> login.isFor(backing))
                .flatMap(Login::living);
        return known.orElseGet(() -> loginUnlessRefused(storeId, backing, address, pin));
    }

    private synchronized Token loginUnlessRefused(
            String storeId, Backing.Token backing, TokenAddress address, Supplier<SecretBytes> pin) {
        Optional<Login> known = Optional.ofNullable(logins.get(storeId)).filter(login -> login.isFor(backing));
        Optional<Token> meanwhile = known.flatMap(Login::living);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        known.filter(Login::refusesStill).flatMap(Login::refusal).ifPresent(refused -> {
            throw refused;
        });
        end(storeId);
        return login(storeId, backing, address, pin);
    }

    private Token login(String storeId, Backing.Token backing, TokenAddress address, Supplier<SecretBytes> pin) {
        if (closed) {
            throw new TokenException(Reason.FAILED, "The vault is locked.");
        }
        try (SecretBytes secret = pin.get()) {
            Token token = tokens.connect(address, secret);
            logins.put(storeId, new Login(backing, Optional.of(token), Optional.empty(), System.nanoTime()));
            return token;
        } catch (TokenException refused) {
            logins.put(storeId, new Login(backing, Optional.empty(), Optional.of(refused), System.nanoTime()));
            throw refused;
        }
    }

    /// Logs out wherever `keep` says no.
    synchronized void endUnless(Predicate<String> keep) {
        logins.keySet().stream().filter(id -> !keep.test(id)).toList().forEach(this::end);
    }

    @Override
    public synchronized void close() {
        closed = true;
        endUnless(_ -> false);
    }
}
