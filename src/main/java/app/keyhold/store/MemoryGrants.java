package app.keyhold.store;

import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantUse;
import app.keyhold.kms.grant.Grants;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;

/// Grants by their position.
record MemoryGrants(NavigableMap<String, Grant> rows) implements Grants {
    @Override
    public Optional<Grant> find(String keyId, String grantId) {
        return Optional.ofNullable(rows.get(RowDigest.grantIdentity(keyId, grantId)));
    }

    @Override
    public List<Grant> of(String keyId, String after, int limit) {
        return ofKey(keyId)
                .filter(grant -> grant.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Grant> to(String keyId, String grantee, String after, int limit) {
        return ofKey(keyId)
                .filter(grant -> grant.grantee().name().equals(grantee))
                .filter(grant -> grant.id().compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Grant> retirableBy(GrantPrincipal retiring, String after, int limit) {
        return rows.tailMap(after, false).values().stream()
                .filter(grant -> grant.retiring().filter(retiring::equals).isPresent())
                .limit(limit)
                .toList();
    }

    @Override
    public long count(String keyId) {
        return ofKey(keyId).count();
    }

    @Override
    public Optional<Grant> repeatedBy(Grant grant) {
        return ofKey(grant.keyId()).filter(grant::isRepeatedBy).findFirst();
    }

    @Override
    public Optional<Grant> allowing(GrantUse use) {
        return ofKey(use.keyId()).filter(grant -> grant.allows(use)).findFirst();
    }

    /// `0` is the character after the slash.
    private Stream<Grant> ofKey(String keyId) {
        Collection<Grant> grants =
                rows.subMap(keyId + "/", true, keyId + "0", false).values();
        return grants.stream();
    }
}
