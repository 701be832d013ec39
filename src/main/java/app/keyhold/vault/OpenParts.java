package app.keyhold.vault;

import app.keyhold.store.SqliteRegion;
import java.time.InstantSource;
import java.util.Optional;

/// What an unlock found and made, for as long as the vault is open.
///
/// @param region of the home Region
/// @param use what keeps other programs out, in a synchronised folder
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
        InstantSource clock,
        PriceFile prices,
        int failedUnlocks) {}
