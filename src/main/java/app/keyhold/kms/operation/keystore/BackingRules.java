package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.token.TokenException;
import app.keyhold.crypto.token.Tokens;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.View;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.XksException;
import app.keyhold.kms.keystore.XksProxyConnectivity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a custom key store may stand on, refused with the service's faults.
final class BackingRules {
    private static final String SUPPORTED_PATH = "/kms/xks/v1";

    private BackingRules() {}

    static <T> T required(String member, Optional<T> value) {
        return value.orElseThrow(() -> new KmsException(
                Fault.ValidationException, member + " is required for a custom key store of this type."));
    }

    static void requireAbsent(CustomKeyStoreType type, Optional<?>... members) {
        if (Arrays.stream(members).anyMatch(Optional::isPresent)) {
            throw new KmsException(
                    Fault.ValidationException,
                    "The request has a parameter that is not valid for a custom key store of type " + type + ".");
        }
    }

    /// @param except the store that has the name and may keep it
    static void requireNameFree(List<CustomKeyStore> all, String except, String name) {
        boolean taken = all.stream().anyMatch(store -> store.name().equals(name) && !store.id().equals(except));
        if (taken) {
            throw new KmsException(
                    Fault.CustomKeyStoreNameInUseException,
                    "The name " + name + " is already assigned to another custom key store in this account and Region.");
        }
    }

    /// The token of that name, if the request knows its trust anchor.
    static ConfiguredToken token(View view, String clusterId, Optional<String> trustAnchor) {
        ConfiguredToken token = view.keyStores().token(clusterId).orElseThrow(() -> new KmsException(
                Fault.CloudHsmClusterNotFoundException,
                "There is no token by the name " + clusterId + ". Add it with keyhold token add."));
        if (!token.trustAnchor().map(String::strip).equals(trustAnchor.map(String::strip))) {
            throw new KmsException(
                    Fault.IncorrectTrustAnchorException,
                    token.trustAnchor().isPresent()
                            ? "The trust anchor certificate in the request is not the one that the token " + clusterId
                                    + " was added with."
                            : "The token " + clusterId + " was added without a trust anchor certificate. Leave "
                                    + "TrustAnchorCertificate out, or add the token with --trust-anchor.");
        }
        return token;
    }

    /// It is plugged in, initialized and has a PIN. Nobody logs in yet.
    static void requireActive(Tokens tokens, ConfiguredToken token) {
        boolean active;
        try {
            active = tokens.list(token.address().library()).stream()
                    .anyMatch(there -> there.isAt(token.address()) && there.initialized() && there.pinSet());
        } catch (TokenException failure) {
            throw new KmsException(
                    Fault.CloudHsmClusterNotActiveException,
                    "The token " + token.clusterId() + " cannot be reached: " + failure.getMessage(),
                    failure);
        }
        if (!active) {
            throw new KmsException(
                    Fault.CloudHsmClusterNotActiveException,
                    "The token " + token.clusterId() + " is not there, or is not initialized and given a PIN yet.");
        }
    }

    /// Each store stands on something of its own.
    static void requireFree(View view, String storeId, Backing backing) {
        view.keyStores().all().stream()
                .filter(store -> !store.id().equals(storeId))
                .forEach(store -> requireApart(view, store, backing));
    }

    private static void requireApart(View view, CustomKeyStore other, Backing backing) {
        switch (backing) {
            case Backing.Token mine when other.backing() instanceof Backing.Token theirs -> {
                if (isSameToken(view, mine.clusterId(), theirs.clusterId())) {
                    throw new KmsException(
                            Fault.CloudHsmClusterInUseException,
                            "The token " + mine.clusterId() + " is already associated with the custom key store "
                                    + other.name() + ", or is a clone of the one that is.");
                }
            }
            case Backing.Proxy mine when other.backing() instanceof Backing.Proxy theirs -> {
                if (mine.uriEndpoint().equals(theirs.uriEndpoint()) && mine.uriPath().equals(theirs.uriPath())) {
                    throw new KmsException(
                            Fault.XksProxyUriInUseException,
                            mine.uriEndpoint() + mine.uriPath() + " is already associated with the custom key store "
                                    + other.name() + ".");
                }
            }
            case Backing.Token _, Backing.Proxy _ -> {}
        }
    }

    private static boolean isSameToken(View view, String clusterId, String otherId) {
        return clusterId.equals(otherId)
                || view.keyStores()
                        .token(clusterId)
                        .flatMap(token -> view.keyStores().token(otherId).filter(token::isRelatedTo))
                        .isPresent();
    }

    /// No private network of a cloud is to be had at a desk.
    static void requirePublic(String connectivity, Optional<String> serviceName) {
        if (XksProxyConnectivity.valueOf(connectivity) == XksProxyConnectivity.VPC_ENDPOINT_SERVICE) {
            throw new KmsException(
                    Fault.XksProxyVpcEndpointServiceNotFoundException,
                    "The VPC endpoint service " + serviceName.map(name -> name + " ").orElse("")
                            + "cannot be found. Use PUBLIC_ENDPOINT.");
        }
        if (serviceName.isPresent()) {
            throw new KmsException(
                    Fault.ValidationException, "XksProxyVpcEndpointServiceName is not valid with PUBLIC_ENDPOINT.");
        }
    }

    static void requireHealth(KeyStoreConnections connections, View view, String storeId, Backing.Proxy proxy) {
        if (!proxy.uriPath().endsWith(SUPPORTED_PATH)) {
            throw new KmsException(
                    Fault.XksProxyInvalidConfigurationException,
                    "The XksProxyUriPath must end with " + SUPPORTED_PATH + ".");
        }
        try {
            connections.requireHealth(
                    view,
                    new CustomKeyStore(
                            storeId, "", Instant.EPOCH, ConnectionState.DISCONNECTED, Optional.empty(), proxy, 0),
                    proxy);
        } catch (XksException failure) {
            throw new KmsException(failure.problem().forStore(), failure.problem().sentence(), failure);
        }
    }
}
