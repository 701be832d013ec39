package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.XksProxyConnectivity;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.OneOf;
import app.keyhold.kms.shape.Required;
import app.keyhold.kms.shape.Sensitive;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Changes a custom key store: its name at any time, a proxy's path and credential also while it is connected, all else
/// only while it is disconnected.
public final class UpdateCustomKeyStore
        implements StoreChange<UpdateCustomKeyStore.Request, UpdateCustomKeyStore.Response> {
    private final KeyStoreConnections connections;

    public UpdateCustomKeyStore(KeyStoreConnections connections) {
        this.connections = connections;
    }

    public record Request(
            @Length(min = 19, max = 24) @Matches("cluster-[2-7a-zA-Z]{11,16}") Optional<String> cloudHsmClusterId,
            @Required @Length(min = 1, max = 64) String customKeyStoreId,
            @Length(min = 7, max = 32) @Sensitive Optional<SecretBytes> keyStorePassword,
            @Length(min = 1, max = 256) Optional<String> newCustomKeyStoreName,
            Optional<XksProxyAuthenticationCredentialType> xksProxyAuthenticationCredential,
            @OneOf(XksProxyConnectivity.class) Optional<String> xksProxyConnectivity,
            @Length(min = 10, max = 128) @Matches("^https://[a-zA-Z0-9.-]+$") Optional<String> xksProxyUriEndpoint,
            @Length(min = 10, max = 128)
                    @Matches("^(/[a-zA-Z0-9\\/_-]+/kms/xks/v\\d{1,2})$|^(/kms/xks/v\\d{1,2})$")
                    Optional<String> xksProxyUriPath,
            @Length(min = 20, max = 64)
                    @Matches("^(com|eu)\\.amazonaws\\.vpce\\.([a-z]+-){2,3}\\d+\\.vpce-svc-[0-9a-z]+$")
                    Optional<String> xksProxyVpcEndpointServiceName,
            @Length(min = 12, max = 12) @Matches("[0-9]{12}") Optional<String> xksProxyVpcEndpointServiceOwner)
            implements KmsRequest<Response> {
        public static Request nothing(String customKeyStoreId) {
            return new Request(
                    Optional.empty(),
                    customKeyStoreId,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Request withName(String now) {
            return new Request(
                    cloudHsmClusterId, customKeyStoreId, keyStorePassword, Optional.of(now),
                    xksProxyAuthenticationCredential, xksProxyConnectivity, xksProxyUriEndpoint, xksProxyUriPath,
                    xksProxyVpcEndpointServiceName, xksProxyVpcEndpointServiceOwner);
        }

        public Request withPassword(SecretBytes now) {
            return new Request(
                    cloudHsmClusterId, customKeyStoreId, Optional.of(now), newCustomKeyStoreName,
                    xksProxyAuthenticationCredential, xksProxyConnectivity, xksProxyUriEndpoint, xksProxyUriPath,
                    xksProxyVpcEndpointServiceName, xksProxyVpcEndpointServiceOwner);
        }

        public Request withCluster(String now) {
            return new Request(
                    Optional.of(now), customKeyStoreId, keyStorePassword, newCustomKeyStoreName,
                    xksProxyAuthenticationCredential, xksProxyConnectivity, xksProxyUriEndpoint, xksProxyUriPath,
                    xksProxyVpcEndpointServiceName, xksProxyVpcEndpointServiceOwner);
        }

        public Request withCredential(XksProxyAuthenticationCredentialType now) {
            return new Request(
                    cloudHsmClusterId, customKeyStoreId, keyStorePassword, newCustomKeyStoreName, Optional.of(now),
                    xksProxyConnectivity, xksProxyUriEndpoint, xksProxyUriPath, xksProxyVpcEndpointServiceName,
                    xksProxyVpcEndpointServiceOwner);
        }

        public Request withUri(Optional<String> endpoint, Optional<String> path) {
            return new Request(
                    cloudHsmClusterId, customKeyStoreId, keyStorePassword, newCustomKeyStoreName,
                    xksProxyAuthenticationCredential, xksProxyConnectivity, endpoint, path,
                    xksProxyVpcEndpointServiceName, xksProxyVpcEndpointServiceOwner);
        }
    }

    public record Response() {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        CustomKeyStore before = StoreLookup.store(view, request.customKeyStoreId());
        requireState(before, request);
        Backing backing =
                switch (before.backing()) {
                    case Backing.Token token -> onToken(view, before, token, request);
                    case Backing.Proxy proxy -> behindProxy(view, before, proxy, request);
                };
        return Prepared.change(work -> {
            CustomKeyStore now = StoreLookup.store(work, before.id());
            if (!now.backing().equals(before.backing())) {
                throw StoreLookup.invalidState(now, "It was changed meanwhile. Look at it and try again.");
            }
            requireState(now, request);
            request.newCustomKeyStoreName()
                    .ifPresent(name -> BackingRules.requireNameFree(work.keyStores().all(), now.id(), name));
            BackingRules.requireFree(work, now.id(), backing);
            work.put(now.withBacking(backing).withName(request.newCustomKeyStoreName().orElse(now.name())));
            return new Response();
        });
    }

    private static void requireState(CustomKeyStore store, Request request) {
        boolean needsRest = Stream.of(
                        request.cloudHsmClusterId(),
                        request.keyStorePassword(),
                        request.xksProxyConnectivity(),
                        request.xksProxyUriEndpoint(),
                        request.xksProxyVpcEndpointServiceName(),
                        request.xksProxyVpcEndpointServiceOwner())
                .anyMatch(Optional::isPresent);
        boolean needsClearState = Stream.of(request.xksProxyAuthenticationCredential(), request.xksProxyUriPath())
                .anyMatch(Optional::isPresent);
        boolean isAtRest = store.state() == ConnectionState.DISCONNECTED;
        if ((needsRest && !isAtRest) || (needsClearState && !isAtRest && !store.isConnected())) {
            throw StoreLookup.invalidState(store, "Disconnect it with DisconnectCustomKeyStore before this change.");
        }
    }

    private Backing onToken(View view, CustomKeyStore store, Backing.Token token, Request request) {
        BackingRules.requireAbsent(
                CustomKeyStoreType.AWS_CLOUDHSM,
                request.xksProxyAuthenticationCredential(),
                request.xksProxyConnectivity(),
                request.xksProxyUriEndpoint(),
                request.xksProxyUriPath(),
                request.xksProxyVpcEndpointServiceName(),
                request.xksProxyVpcEndpointServiceOwner());
        request.cloudHsmClusterId().ifPresent(id -> requireRelated(view, token, id));
        Backing.Token now = new Backing.Token(
                request.cloudHsmClusterId().orElse(token.clusterId()),
                token.trustAnchor(),
                request.keyStorePassword()
                        .map(password -> connections.secrets().wrap(view.region(), store.id(), password))
                        .orElse(token.secret()));
        BackingRules.requireFree(view, store.id(), now);
        return now;
    }

    /// Another token would have none of the store's keys.
    private void requireRelated(View view, Backing.Token before, String clusterId) {
        ConfiguredToken token = view.keyStores().token(clusterId).orElseThrow(() -> new KmsException(
                Fault.CloudHsmClusterNotFoundException,
                "There is no token by the name " + clusterId + ". Add it with keyhold token add."));
        boolean related = view.keyStores()
                .token(before.clusterId())
                .filter(token::isRelatedTo)
                .isPresent();
        if (!related && !clusterId.equals(before.clusterId())) {
            throw new KmsException(
                    Fault.CloudHsmClusterNotRelatedException,
                    "The token " + clusterId + " is neither the one this custom key store was made with nor a clone of it:"
                            + " serial number and trust anchor differ.");
        }
        BackingRules.requireActive(connections.backends().tokens(), token);
    }

    private Backing behindProxy(View view, CustomKeyStore store, Backing.Proxy proxy, Request request) {
        BackingRules.requireAbsent(
                CustomKeyStoreType.EXTERNAL_KEY_STORE, request.cloudHsmClusterId(), request.keyStorePassword());
        request.xksProxyConnectivity()
                .ifPresent(way -> BackingRules.requirePublic(way, request.xksProxyVpcEndpointServiceName()));
        Backing.Proxy now = new Backing.Proxy(
                request.xksProxyUriEndpoint().orElse(proxy.uriEndpoint()),
                request.xksProxyUriPath().orElse(proxy.uriPath()),
                request.xksProxyAuthenticationCredential()
                        .map(XksProxyAuthenticationCredentialType::accessKeyIdText)
                        .orElse(proxy.accessKeyId()),
                request.xksProxyAuthenticationCredential()
                        .map(credential -> connections
                                .secrets()
                                .wrap(view.region(), store.id(), credential.rawSecretAccessKey()))
                        .orElse(proxy.secret()));
        BackingRules.requireFree(view, store.id(), now);
        if (!now.equals(proxy)) {
            BackingRules.requireHealth(connections, view, store.id(), now);
        }
        return now;
    }
}
