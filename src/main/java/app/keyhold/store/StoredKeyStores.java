package app.keyhold.store;

import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStores;
import java.util.List;
import java.util.Optional;

/// Custom key stores straight from their tables.
class StoredKeyStores implements KeyStores {
    private final KeyStoreTable stores = new KeyStoreTable();
    private final TokenTable tokens = new TokenTable();
    private final SqlSource source;

    StoredKeyStores(SqlSource source) {
        this.source = source;
    }

    @Override
    public Optional<CustomKeyStore> find(String id) {
        return source.read(sql -> stores.find(sql, id));
    }

    @Override
    public List<CustomKeyStore> all() {
        return source.readOnce(stores::all);
    }

    @Override
    public boolean holdKeysOf(String storeId) {
        return source.readOnce(sql -> stores.holdKeysOf(sql, storeId));
    }

    @Override
    public Optional<String> keyBehind(String storeId, String xksKeyId) {
        return source.readOnce(sql -> stores.keyBehind(sql, storeId, xksKeyId));
    }

    @Override
    public Optional<ConfiguredToken> token(String clusterId) {
        return source.readOnce(sql -> tokens.find(sql, clusterId));
    }

    @Override
    public List<ConfiguredToken> tokens() {
        return source.readOnce(tokens::all);
    }
}
