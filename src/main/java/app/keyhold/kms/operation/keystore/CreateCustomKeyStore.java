package app.keyhold.kms.operation.keystore;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.Backing;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Makes a custom key store on a token or behind a proxy. It is not connected yet.
public final class CreateCustomKeyStore
        implements StoreChange<CreateCustomKeyStore.Request, CreateCustomKeyStore.Response> {
    private static final int ID_DIGITS = 17;

    private final KeyStoreConnections connections;

    public CreateCustomKeyStore(KeyStoreConnections connections) {
        this.connections = connections;
    }

    public record Request(
            @Length(min = 19, max = 24) @Matches("cluster-[2-7a-zA-Z]{11,16}") Optional<String> cloudHsmClusterId,
            @Required @Length(min = 1, max = 256) String customKeyStoreName,
            @OneOf(CustomKeyStoreType.class) Optional<String> customKeyStoreType,
            @Length(min = 7, max = 32) @Sensitive Optional<SecretBytes> keyStorePassword,
            @Length(min = 1, max = 5000) Optional<String> trustAnchorCertificate,
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
        /// On a token without a trust anchor.
        public static Request onToken(String name, String clusterId, SecretBytes password) {
            return new Request(
                    Optional.of(clusterId),
                    name,
                    Optional.of(CustomKeyStoreType.AWS_CLOUDHSM.name()),
                    Optional.of(password),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        /// Behind a proxy with a public endpoint.
        public static Request behindProxy(
                String name, String uriEndpoint, String uriPath, XksProxyAuthenticationCredentialType credential) {
            return new Request(
                    Optional.empty(),
                    name,
                    Optional.of(CustomKeyStoreType.EXTERNAL_KEY_STORE.name()),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(credential),
                    Optional.of(XksProxyConnectivity.PUBLIC_ENDPOINT.name()),
                    Optional.of(uriEndpoint),
                    Optional.of(uriPath),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    public record Response(Optional<String> customKeyStoreId) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        String id = "cks-" + HexFormat.of().formatHex(Randomness.bytes(9)).substring(0, ID_DIGITS);
        requirePlace(view, request.customKeyStoreName());
        Backing backing =
                switch (type(request)) {
                    case AWS_CLOUDHSM -> onToken(view, id, request);
                    case EXTERNAL_KEY_STORE -> behindProxy(view, id, request);
                };
        return Prepared.change(work -> {
            requirePlace(work, request.customKeyStoreName());
            BackingRules.requireFree(work, id, backing);
            work.put(new CustomKeyStore(
                    id,
                    request.customKeyStoreName(),
                    work.now(),
                    ConnectionState.DISCONNECTED,
                    Optional.empty(),
                    backing,
                    0));
            return new Response(Optional.of(id));
        });
    }

    private static CustomKeyStoreType type(Request request) {
        return request.customKeyStoreType().map(CustomKeyStoreType::valueOf).orElse(CustomKeyStoreType.AWS_CLOUDHSM);
    }

    private static void requirePlace(View view, String name) {
        List<CustomKeyStore> all = view.keyStores().all();
        BackingRules.requireNameFree(all, "", name);
        if (all.size() >= CustomKeyStore.MOST) {
            throw new KmsException(
                    Fault.LimitExceededException,
                    "This Region has " + CustomKeyStore.MOST + " custom key stores, which is the most it can have.");
        }
    }

    private Backing onToken(View view, String id, Request request) {
        BackingRules.requireAbsent(
                CustomKeyStoreType.AWS_CLOUDHSM,
                request.xksProxyAuthenticationCredential(),
                request.xksProxyConnectivity(),
                request.xksProxyUriEndpoint(),
                request.xksProxyUriPath(),
                request.xksProxyVpcEndpointServiceName(),
                request.xksProxyVpcEndpointServiceOwner());
        String clusterId = BackingRules.required("CloudHsmClusterId", request.cloudHsmClusterId());
        SecretBytes password = BackingRules.required("KeyStorePassword", request.keyStorePassword());
        BackingRules.requireActive(
                connections.backends().tokens(),
                BackingRules.token(view, clusterId, request.trustAnchorCertificate()));
        Backing.Token backing = new Backing.Token(
                clusterId,
                request.trustAnchorCertificate(),
                connections.secrets().wrap(view.region(), id, password));
        BackingRules.requireFree(view, id, backing);
        return backing;
    }

    private Backing behindProxy(View view, String id, Request request) {
        BackingRules.requireAbsent(
                CustomKeyStoreType.EXTERNAL_KEY_STORE,
                request.cloudHsmClusterId(),
                request.keyStorePassword(),
                request.trustAnchorCertificate());
        BackingRules.requirePublic(
                BackingRules.required("XksProxyConnectivity", request.xksProxyConnectivity()),
                request.xksProxyVpcEndpointServiceName());
        XksProxyAuthenticationCredentialType credential =
                BackingRules.required("XksProxyAuthenticationCredential", request.xksProxyAuthenticationCredential());
        Backing.Proxy proxy = new Backing.Proxy(
                BackingRules.required("XksProxyUriEndpoint", request.xksProxyUriEndpoint()),
                BackingRules.required("XksProxyUriPath", request.xksProxyUriPath()),
                credential.accessKeyIdText(),
                connections.secrets().wrap(view.region(), id, credential.rawSecretAccessKey()));
        BackingRules.requireFree(view, id, proxy);
        BackingRules.requireHealth(connections, view, id, proxy);
        return proxy;
    }
}
