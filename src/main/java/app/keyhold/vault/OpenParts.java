package app.keyhold.vault;

import app.keyhold.kms.keystore.KeyStoreBackends;
import app.keyhold.store.SqliteRegion;
import java.time.InstantSource;
import java.util.Optional;

/// What an unlock found and made, for as long as the vault is open.
///
/// @param region of the home Region
/// @param use what keeps other programs out, in a synchronised folder
/// @param backends what custom key stores stand on
/// @param failedUnlocks since the unlock before
record OpenParts(
        VaultLayout layout,
        String user,
        String front,
        KeyTable keys,
        AuditKeys auditKeys,
        SqliteRegion region,
        Optional<VaultLock.Held> use,
        RollbackAnchor anchor,
        Attendant attendant,
        KeyStoreBackends backends,
        InstantSource clock,
        PriceFile prices,
        int failedUnlocks) {}
