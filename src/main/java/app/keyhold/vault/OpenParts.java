package app.keyhold.vault;

import app.keyhold.store.SqliteRegion;
import java.time.InstantSource;

/// What an unlock found and made, for as long as the vault is open.
///
/// @param region of the home Region
/// @param failedUnlocks since the unlock before
record OpenParts(
        VaultLayout layout,
        String user,
        String front,
        KeyTable keys,
        AuditKeys auditKeys,
        SqliteRegion region,
        RollbackAnchor anchor,
        Attendant attendant,
        InstantSource clock,
        int failedUnlocks) {}
