package app.keyhold.vault;

import app.keyhold.audit.CheckpointSigner;
import app.keyhold.kms.View;
import java.util.function.Function;

/// Lends a Region's audit key to its store for each checkpoint.
final class AuditKeys implements Function<View, CheckpointSigner> {
    private volatile KeyTable keys;

    AuditKeys(KeyTable keys) {
        this.keys = keys;
    }

    /// From now on the wrapped key opens under another root key.
    void moveTo(KeyTable next) {
        keys = next;
    }

    @Override
    public CheckpointSigner apply(View view) {
        var wrapping = keys.key(KeyTable.RegionPurpose.AUDIT_SIGNING, view.region());
        return AuditKey.of(view).signer(wrapping, keys.vaultId(), view.region());
    }
}
