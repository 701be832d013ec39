package app.keyhold.store;

import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.Substance;
import app.keyhold.kms.keystore.ConfiguredToken;
import app.keyhold.kms.keystore.CustomKeyStore;
import app.keyhold.kms.keystore.KeyStores;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Custom key stores among a Region's rows.
record MemoryKeyStores(MemoryRows rows) implements KeyStores {
    @Override
    public Optional<CustomKeyStore> find(String id) {
        return Optional.ofNullable(rows.keyStores.get(id));
    }

    @Override
    public List<CustomKeyStore> all() {
        return List.copyOf(rows.keyStores.values());
    }

    @Override
    public boolean holdKeysOf(String storeId) {
        return keysOf(storeId).findAny().isPresent();
    }

    @Override
    public Optional<String> keyBehind(String storeId, String xksKeyId) {
        return keysOf(storeId)
                .filter(key -> key.allMaterials().stream()
                        .anyMatch(material -> material.substance() instanceof Substance.External external
                                && external.xksKeyId().equals(xksKeyId)))
                .map(Key::id)
                .findFirst();
    }

    @Override
    public Optional<ConfiguredToken> token(String clusterId) {
        return Optional.ofNullable(rows.tokens.get(clusterId));
    }

    @Override
    public List<ConfiguredToken> tokens() {
        return List.copyOf(rows.tokens.values());
    }

    private Stream<Key> keysOf(String storeId) {
        return rows.keys.values().stream()
                .filter(key -> key.customKeyStoreId().filter(storeId::equals).isPresent());
    }
}
