package app.keyhold.kms.keystore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.crypto.token.Token;
import app.keyhold.crypto.token.TokenException;
import app.keyhold.crypto.token.TokenException.Reason;
import app.keyhold.kms.CallFacts;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// How this process reaches the backings of custom key stores while the vault is open. That a store is connected is a
/// fact of the Region, the same for every process; logging in to its token is each process' own affair and happens at the
/// first use. Whatever goes wrong says that a key is unavailable, never that it is gone.
public final class KeyStoreConnections implements AutoCloseable {
    private final KeyStoreBackends backends;
    private final KeyStoreSecrets secrets;
    private final TokenLogins logins;

    public KeyStoreConnections(KeyStoreBackends backends, KeyStoreSecrets secrets) {
        this.backends = backends;
        this.secrets = secrets;
        this.logins = new TokenLogins(backends.tokens());
    }

    public KeyStoreBackends backends() {
        return backends;
    }

    public KeyStoreSecrets secrets() {
        return secrets;
    }

    /// Tries with what is stored now, whatever was refused before.
    ///
    /// @return why it failed; empty if it did not
    public Optional<ConnectionErrorCode> connect(View view, CustomKeyStore store) {
        try {
            switch (store.backing()) {
                case Backing.Token backing ->
                    logins.connect(
                            store.id(),
                            backing,
                            configured(view, backing).address(),
                            () -> secrets.unwrap(view.region(), store));
                case Backing.Proxy proxy -> requireHealth(view, store, proxy);
            }
            return Optional.empty();
        } catch (TokenException refused) {
            return Optional.of(ConnectionErrorCode.of(refused.reason()));
        } catch (XksException refused) {
            return Optional.of(refused.problem().connectionError());
        }
    }

    /// Logs out; nothing happens if this process was not logged in.
    public void disconnect(String storeId) {
        logins.end(storeId);
    }

    /// Logs out of what another process has disconnected.
    public void follow(KeyStores stores) {
        logins.endUnless(id -> stores.find(id).filter(CustomKeyStore::isConnected).isPresent());
    }

    /// The proxy answers to this credential.
    ///
    /// @throws XksException
    public void requireHealth(View view, CustomKeyStore store, Backing.Proxy proxy) {
        atProxy(view, store, proxy, (target, call) -> {
            backends.proxies().requireHealth(
                    target,
                    new XksCall(call.operation(), call.requestId(), Optional.empty(), Optional.empty(), Optional.empty()));
            return true;
        });
    }

    /// @throws XksException
    public XksKey describe(View view, CustomKeyStore store, Backing.Proxy proxy, String xksKeyId) {
        return atProxy(view, store, proxy, (target, call) -> backends.proxies().describe(target, call, xksKeyId));
    }

    /// Work on a connected store's token that is not the use of a key.
    ///
    /// @throws TokenException
    public <T> T onToken(View view, CustomKeyStore store, Backing.Token backing, Function<Token, T> work) {
        follow(view.keyStores());
        return logins.use(
                store.id(),
                backing,
                configured(view, backing).address(),
                () -> secrets.unwrap(view.region(), store),
                work);
    }

    /// The use of a key in a token.
    ///
    /// @throws KmsException KMSInvalidStateException if the token is not to be had or lacks the key,
    ///     DependencyTimeoutException
    public <T> T withToken(View view, Key key, Function<Token, T> work) {
        CustomKeyStore store = storeOf(view, key);
        if (!(store.backing() instanceof Backing.Token backing)) {
            throw unavailable(key);
        }
        try {
            return onToken(view, store, backing, work);
        } catch (TokenException failure) {
            throw failure.reason() == Reason.TIMED_OUT
                    ? new KmsException(
                            Fault.DependencyTimeoutException,
                            "The token of the key store " + store.name() + " did not answer in time. Retry the request.",
                            failure)
                    : new KmsException(Fault.KMSInvalidStateException, key.arn() + " is unavailable.", failure);
        }
    }

    /// The use of a key behind a proxy.
    ///
    /// @throws KmsException KMSInvalidStateException
    public XksCiphertext encrypt(View view, Key key, String xksKeyId, byte[] associatedData, byte[] plaintext) {
        return behindProxy(view, key, (target, call) ->
                backends.proxies().encrypt(target, call, xksKeyId, associatedData, plaintext));
    }

    /// As [#encrypt].
    public byte[] decrypt(View view, Key key, String xksKeyId, byte[] associatedData, XksCiphertext sealed) {
        return behindProxy(view, key, (target, call) ->
                backends.proxies().decrypt(target, call, xksKeyId, associatedData, sealed));
    }

    private <T> T behindProxy(View view, Key key, BiFunction<XksTarget, XksCall, T> work) {
        CustomKeyStore store = storeOf(view, key);
        if (!(store.backing() instanceof Backing.Proxy proxy)) {
            throw unavailable(key);
        }
        try {
            return atProxy(
                    view, store, proxy, (target, call) -> work.apply(target, call.about(key.arn().toString())));
        } catch (XksException failure) {
            throw new KmsException(
                    Fault.KMSInvalidStateException, failure.problem().sentence(), failure);
        }
    }

    private <T> T atProxy(
            View view, CustomKeyStore store, Backing.Proxy proxy, BiFunction<XksTarget, XksCall, T> work) {
        try (SecretBytes secret = secrets.unwrap(view.region(), store.withBacking(proxy))) {
            return work.apply(
                    new XksTarget(view.region(), proxy.uriEndpoint(), proxy.uriPath(), proxy.accessKeyId(), secret),
                    call(view));
        }
    }

    private static XksCall call(View view) {
        CallFacts facts = CallFacts.current();
        return new XksCall(
                facts.operation(),
                facts.requestId().toString(),
                Optional.of(facts.caller().principal().arn()),
                Optional.empty(),
                facts.caller().via().map(service -> service.viaName(view.region())));
    }

    /// Whether the secret of a key in a token can be used just now; true for every other key.
    public boolean isAtHand(View view, Key key, String label) {
        try {
            return withToken(view, key, token -> token.holds(label));
        } catch (KmsException unavailable) {
            return false;
        }
    }

    private static CustomKeyStore storeOf(View view, Key key) {
        return key.customKeyStoreId()
                .flatMap(id -> view.keyStores().find(id))
                .filter(CustomKeyStore::isConnected)
                .orElseThrow(() -> unavailable(key));
    }

    private static ConfiguredToken configured(View view, Backing.Token backing) {
        return view.keyStores()
                .token(backing.clusterId())
                .orElseThrow(() -> new TokenException(
                        Reason.NOT_PRESENT, "No token is configured by the name " + backing.clusterId() + "."));
    }

    private static KmsException unavailable(Key key) {
        return new KmsException(Fault.KMSInvalidStateException, key.arn() + " is unavailable.");
    }

    /// Logs out everywhere.
    @Override
    public void close() {
        logins.close();
    }
}
