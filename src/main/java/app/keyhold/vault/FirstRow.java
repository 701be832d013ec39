package app.keyhold.vault;

import app.keyhold.iam.Principal;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.RegionIdentity;
import app.keyhold.store.SettingNames;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.SealedHeader;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/// Makes a Region's database and the row its chain begins with, which names the audit key, so that every export of the
/// chain carries it.
///
/// @param event `CreateVault` or `CreateRegion`
/// @param front where it was asked for
record FirstRow(InstantSource clock, Principal principal, String front, String event) {
    /// @param also written with it
    void write(VaultLayout layout, String region, SealedHeader sealed, KeyTable keys, Consumer<UnitOfWork> also) {
        var header = sealed.header();
        var auditKey = AuditKey.generate(
                keys.key(KeyTable.RegionPurpose.AUDIT_SIGNING, region), header.vaultId(), region);
        var identity = new RegionIdentity(header.vaultId(), header.account(), region);
        try (var store = new RegionFiles(layout, identity, StoreOptions.LOCAL).create(keys)) {
            RegionFiles.told(() -> new VaultEvents(store, clock, principal, front)
                    .record(
                            event,
                            Map.of(
                                    "vaultId", header.vaultId(),
                                    "incarnation", header.incarnation(),
                                    "auditPublicKey", auditKey.publicKey().base64()),
                            work -> {
                                work.putSetting(SettingNames.INCARNATION, header.incarnation());
                                auditKey.put(work);
                                HeaderMemory.confirm(work, HeaderKeeper.seen(sealed));
                                also.accept(work);
                            }));
        }
    }
}
