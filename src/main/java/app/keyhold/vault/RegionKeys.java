package app.keyhold.vault;

import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.credential.AccessKeySecrets;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.ImportWrapping;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.kms.keystore.KeyStoreConnections;

/// What a Region's operations wrap, unwrap and seal with.
///
/// @param sessions good in every Region, as access keys are
record RegionKeys(
        MaterialWrapping materials,
        ImportWrapping imports,
        KeyStoreConnections stores,
        GrantTokens tokens,
        SessionTokens sessions,
        AccessKeySecrets accessKeys)
        implements AutoCloseable {
    /// @param backends what custom key stores stand on
    static RegionKeys of(KeyTable keys, String region, KeyStoreBackends backends) {
        return new RegionKeys(
                new MaterialWrapping(keys.key(KeyTable.RegionPurpose.MATERIAL, region).copy(), keys.vaultId()),
                keys.imports(),
                new KeyStoreConnections(backends, keys.keyStoreSecrets()),
                new GrantTokens(keys.key(KeyTable.RegionPurpose.GRANT_TOKEN, region), keys.vaultId(), region),
                new SessionTokens(keys.key(KeyTable.Purpose.SESSION), keys.vaultId()),
                keys.accessKeySecrets());
    }

    @Override
    public void close() {
        materials.close();
        imports.close();
        stores.close();
    }
}
