package app.keyhold.store;

import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantUse;
import app.keyhold.kms.grant.Grants;
import java.util.List;
import java.util.Optional;

/// Grants straight from their table.
class StoredGrants implements Grants {
    private final GrantTable table = new GrantTable();
    private final SqlSource source;

    StoredGrants(SqlSource source) {
        this.source = source;
    }

    @Override
    public Optional<Grant> find(String keyId, String grantId) {
        return source.readOnce(sql -> table.find(sql, keyId, grantId));
    }

    @Override
    public List<Grant> of(String keyId, String after, int limit) {
        return source.readOnce(sql -> table.of(sql, keyId, after, limit));
    }

    @Override
    public List<Grant> to(String keyId, String grantee, String after, int limit) {
        return source.readOnce(sql -> table.to(sql, keyId, grantee, after, limit));
    }

    @Override
    public List<Grant> retirableBy(GrantPrincipal retiring, String after, int limit) {
        int slash = after.indexOf('/');
        String afterKey = after.substring(0, Math.max(slash, 0));
        return source.readOnce(sql -> table.retirable(sql, retiring, afterKey, after.substring(slash + 1), limit));
    }

    @Override
    public long count(String keyId) {
        return source.readOnce(sql -> table.count(sql, keyId));
    }

    @Override
    public Optional<Grant> repeatedBy(Grant grant) {
        return source.readOnce(sql -> table.repeatedBy(sql, grant));
    }

    @Override
    public Optional<Grant> allowing(GrantUse use) {
        return source.read(sql -> table.allowing(sql, use));
    }
}
