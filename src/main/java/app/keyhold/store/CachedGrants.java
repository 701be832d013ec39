package app.keyhold.store;

import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Remembers, for as long as nothing changes, the few grants a principal has on a key, and that most have none.
final class CachedGrants extends StoredGrants {
    private static final int FEW = 32;
    private static final int MOST = 8_192;

    private record Pair(String keyId, String grantee) {}

    private final Map<Pair, List<Grant>> known = new ConcurrentHashMap<>();

    CachedGrants(SqlSource source) {
        super(source);
    }

    @Override
    public Optional<Grant> allowing(GrantUse use) {
        List<Grant> few = few(new Pair(use.keyId(), use.grantee().name()));
        return few.size() > FEW
                ? super.allowing(use)
                : few.stream().filter(grant -> grant.allows(use)).findFirst();
    }

    /// One more than [#FEW] where there are more.
    private List<Grant> few(Pair pair) {
        List<Grant> found = known.get(pair);
        if (found == null) {
            found = to(pair.keyId(), pair.grantee(), "", FEW + 1);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(pair, found);
        }
        return found;
    }
}
