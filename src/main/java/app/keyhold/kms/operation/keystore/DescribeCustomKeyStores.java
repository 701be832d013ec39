package app.keyhold.kms.operation.keystore;

import app.keyhold.audit.AuditEvent;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.kms.Prepared;
import app.keyhold.kms.View;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.Backing;
import app.keyhold.kms.keystore.ConnectionErrorCode;
import app.keyhold.kms.keystore.ConnectionState;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.CustomKeyStoreType;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.keystore.XksProxyConnectivity;
import app.keyhold.kms.operation.Page;
import app.keyhold.kms.shape.Length;
import app.keyhold.kms.shape.Matches;
import app.keyhold.kms.shape.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The custom key stores of this Region, or one of them.
public final class DescribeCustomKeyStores
        implements StoreChange<DescribeCustomKeyStores.Request, DescribeCustomKeyStores.Response> {
    private static final int DEFAULT_LIMIT = 100;

    private final KeyStoreConnections connections;

    public DescribeCustomKeyStores(KeyStoreConnections connections) {
        this.connections = connections;
    }

    public record Request(
            @Length(min = 1, max = 64) Optional<String> customKeyStoreId,
            @Length(min = 1, max = 256) Optional<String> customKeyStoreName,
            @Range(min = 1, max = 1000) Optional<Integer> limit,
            @Length(min = 1, max = 1024) @Matches("[\\u0020-\\u00FF]*") Optional<String> marker)
            implements KmsRequest<Response> {
        public static Request all() {
            return new Request(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        public static Request one(String customKeyStoreId) {
            return new Request(Optional.of(customKeyStoreId), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    public record Response(
            List<CustomKeyStoresListEntry> customKeyStores, Optional<String> nextMarker, Boolean truncated) {}

    public record CustomKeyStoresListEntry(
            Optional<String> cloudHsmClusterId,
            Optional<ConnectionErrorCode> connectionErrorCode,
            ConnectionState connectionState,
            Instant creationDate,
            String customKeyStoreId,
            String customKeyStoreName,
            CustomKeyStoreType customKeyStoreType,
            Optional<String> trustAnchorCertificate,
            Optional<XksProxyConfigurationType> xksProxyConfiguration) {}

    public record XksProxyConfigurationType(
            String accessKeyId,
            XksProxyConnectivity connectivity,
            String uriEndpoint,
            String uriPath,
            Optional<String> vpcEndpointServiceName,
            Optional<String> vpcEndpointServiceOwner) {}

    @Override
    public Class<Request> requestType() {
        return Request.class;
    }

    @Override
    public AuditEvent.Effect effect() {
        return AuditEvent.Effect.READ;
    }

    @Override
    public Prepared<Response> prepare(View view, Request request, List<Key> keys) {
        connections.follow(view.keyStores());
        Page<CustomKeyStore> page = Page.of(
                name(),
                asked(view, request),
                CustomKeyStore::id,
                request.limit().orElse(DEFAULT_LIMIT),
                request.marker());
        return Prepared.answer(
                new Response(page.map(DescribeCustomKeyStores::entry), page.nextMarker(), page.truncated()));
    }

    private static List<CustomKeyStore> asked(View view, Request request) {
        if (request.customKeyStoreId().isPresent() && request.customKeyStoreName().isPresent()) {
            throw new KmsException(
                    Fault.ValidationException, "Name a custom key store by its id or by its name, not by both.");
        }
        if (request.customKeyStoreId().isPresent()) {
            return List.of(StoreLookup.store(view, request.customKeyStoreId().get()));
        }
        List<CustomKeyStore> all = view.keyStores().all();
        return request.customKeyStoreName()
                .map(name -> List.of(all.stream()
                        .filter(store -> store.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> StoreLookup.notFound(name))))
                .orElse(all);
    }

    private static CustomKeyStoresListEntry entry(CustomKeyStore store) {
        return new CustomKeyStoresListEntry(
                store.clusterId(),
                store.connectionError(),
                store.state(),
                store.created(),
                store.id(),
                store.name(),
                store.type(),
                store.backing() instanceof Backing.Token token ? token.trustAnchor() : Optional.empty(),
                store.backing() instanceof Backing.Proxy proxy ? Optional.of(configuration(proxy)) : Optional.empty());
    }

    private static XksProxyConfigurationType configuration(Backing.Proxy proxy) {
        return new XksProxyConfigurationType(
                proxy.accessKeyId(),
                XksProxyConnectivity.PUBLIC_ENDPOINT,
                proxy.uriEndpoint(),
                proxy.uriPath(),
                Optional.empty(),
                Optional.empty());
    }
}
