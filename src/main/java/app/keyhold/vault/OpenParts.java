package app.keyhold.vault;

import app.keyhold.kms.keystore.KeyStoreBackends;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// What an unlock found and made, for as long as the vault is open.
///
/// @param keys what every database is under
/// @param here the Region whose folder was opened
/// @param others that could be opened
/// @param away why the rest could not
/// @param backends what custom key stores stand on
/// @param failedUnlocks since the unlock before
record OpenParts(
        String user,
        String front,
        KeyTable keys,
        StoredRegion here,
        List<StoredRegion> others,
        Map<String, VaultException> away,
        RegionAttaching attaching,
        Attendant attendant,
        KeyStoreBackends backends,
        InstantSource clock,
        PriceFile prices,
        int failedUnlocks) {}
