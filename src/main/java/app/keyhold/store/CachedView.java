package app.keyhold.store;

import app.keyhold.iam.Identity;
import app.keyhold.kms.credential.AccessKey;
import app.keyhold.kms.grant.Grants;
import app.keyhold.kms.key.Alias;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.keystore.KeyStores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The state as of one epoch for any number of threads, remembering what was read. Something committed meanwhile may
/// shine through, never something older than the epoch: whoever decides on a view shows its epoch to the writer, which
/// repeats what has gone stale.
final class CachedView extends TableView {
    private static final int MOST = 8_192;

    private final long epoch;
    private final CachedGrants grants;
    private final CachedKeyStores keyStores;
    private final Map<String, Optional<Key>> knownKeys = new ConcurrentHashMap<>();
    private final Map<String, Optional<Alias>> knownAliases = new ConcurrentHashMap<>();
    private final Map<String, List<Alias>> knownAliasesOf = new ConcurrentHashMap<>();
    private final Map<String, Optional<Identity>> knownIdentities = new ConcurrentHashMap<>();
    private final Map<String, Optional<AccessKey>> knownAccessKeys = new ConcurrentHashMap<>();
    private final Map<String, Optional<String>> knownSettings = new ConcurrentHashMap<>();

    CachedView(RegionIdentity region, SqlSource source, long epoch) {
        super(region, source);
        this.epoch = epoch;
        this.grants = new CachedGrants(source);
        this.keyStores = new CachedKeyStores(source);
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Optional<Key> key(String keyId) {
        return remember(knownKeys, keyId, () -> super.key(keyId));
    }

    @Override
    public Optional<Alias> alias(String name) {
        return remember(knownAliases, name, () -> super.alias(name));
    }

    @Override
    public List<Alias> aliasesOf(String keyId) {
        return remember(knownAliasesOf, keyId, () -> super.aliasesOf(keyId));
    }

    @Override
    public Grants grants() {
        return grants;
    }

    @Override
    public KeyStores keyStores() {
        return keyStores;
    }

    @Override
    public Optional<Identity> identity(String principalArn) {
        return remember(knownIdentities, principalArn, () -> super.identity(principalArn));
    }

    @Override
    public Optional<AccessKey> accessKey(String id) {
        return remember(knownAccessKeys, id, () -> super.accessKey(id));
    }

    @Override
    public Optional<String> setting(String name) {
        return remember(knownSettings, name, () -> super.setting(name));
    }

    private static <T> T remember(Map<String, T> known, String name, Supplier<T> read) {
        T found = known.get(name);
        if (found == null) {
            found = read.get();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(name, found);
        }
        return found;
    }
}
