package app.keyhold.store;

import app.keyhold.kms.keystore.CustomKeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers, for as long as nothing changes, the few key stores there are: every use of their keys asks whether they are
/// connected.
final class CachedKeyStores extends StoredKeyStores {
    private static final int MOST = 64;

    private final Map<String, Optional<CustomKeyStore>> known = new ConcurrentHashMap<>();

    CachedKeyStores(SqlSource source) {
        super(source);
    }

    @Override
    public Optional<CustomKeyStore> find(String id) {
        Optional<CustomKeyStore> found = known.get(id);
        if (found == null) {
            found = super.find(id);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(id, found);
        }
        return found;
    }
}
