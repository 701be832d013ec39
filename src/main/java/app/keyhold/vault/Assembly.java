package app.keyhold.vault;

import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.Operation;
import app.keyhold.kms.Pipeline;
import app.keyhold.kms.SessionTokens;
import app.keyhold.kms.grant.GrantTokens;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.keystore.KeyStoreConnections;
import app.keyhold.kms.operation.Operations;
import app.keyhold.kms.operation.PrincipalOperations;
import app.keyhold.kms.operation.keystore.TokenOperations;
import app.keyhold.kms.operation.schedule.ScheduleOperations;
import app.keyhold.kms.operation.screen.QueryCost;
import app.keyhold.kms.operation.screen.ScreenOperations;
import app.keyhold.store.SqliteRegion;
import app.keyhold.store.StoreOptions;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.KnownBackups;
import app.keyhold.vault.operation.SettleHeader;
import app.keyhold.vault.operation.Unlock;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.operation.VaultOperations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Puts an opened vault together: keys, operations, door; settles what a crash left, and records the unlock before
/// anybody gets the vault.
final class Assembly {
    private Assembly() {}

    static UnlockedVault assemble(OpenParts parts, SealedHeader header, String slotId, boolean olderAccepted) {
        var region = header.header().homeRegion();
        var headers = new HeaderKeeper(parts.layout().header(), parts.keys(), header);
        var materials = new MaterialWrapping(
                parts.keys().key(KeyTable.RegionPurpose.MATERIAL, region).copy(),
                header.header().vaultId());
        var imports = parts.keys().imports();
        var tokens = new GrantTokens(
                parts.keys().key(KeyTable.RegionPurpose.GRANT_TOKEN, region), header.header().vaultId(), region);
        var stores = new KeyStoreConnections(parts.backends(), parts.keys().keyStoreSecrets());
        List<Operation<?, ?>> operations =
                new ArrayList<>(Operations.all(materials, stores, imports, tokens, parts.clock()));
        var backups = new KnownBackups(parts.layout().backups());
        operations.addAll(ScheduleOperations.all(materials, stores, backups::files));
        var sessions = new SessionTokens(
                parts.keys().key(KeyTable.Purpose.SESSION), header.header().vaultId());
        operations.addAll(PrincipalOperations.all(header.header().account(), sessions, parts.clock()));
        operations.addAll(ScreenOperations.all(header.header().vaultId(), parts.clock()));
        operations.addAll(TokenOperations.all(parts.backends().tokens()));
        operations.add(new QueryCost(parts.prices(), parts.clock()));
        operations.addAll(VaultOperations.all(
                parts.layout().folder(), backups, headers, parts.region(), file -> copy(parts, file), parts.clock()));
        var pipeline = new Pipeline(operations, parts.region(), tokens, parts.clock());
        var kms = Caller.of(Principal.Service.KMS, new Origin("schedule", "Keyhold"));
        var lock = VaultLock.ofHeader(parts.layout().folder());
        var gate = new Gate(pipeline, kms, headers, lock);
        var vault = new UnlockedVault(parts, gate, pipeline, materials, imports, stores, headers, sessions);
        try {
            settle(parts, headers, lock, new Client(pipeline, kms));
            recordUnlock(parts, header, vault, slotId, olderAccepted);
            parts.attendant().unlocked(vault, new Client(gate, kms));
            return vault;
        } catch (RuntimeException refused) {
            gate.close();
            pipeline.lock();
            materials.close();
            imports.close();
            stores.close();
            throw refused;
        }
    }

    /// A copy is nobody else's: no log, no other process.
    private static SqliteRegion copy(OpenParts parts, Path file) {
        var region = parts.region().identity();
        return SqliteRegion.open(
                file,
                parts.keys().key(KeyTable.RegionPurpose.DATABASE, region.region()),
                region,
                parts.auditKeys(),
                StoreOptions.SYNCHRONISED,
                (copy, from, to) -> {});
    }

    /// If another process is in the middle of a change, it will settle that itself.
    private static void settle(OpenParts parts, HeaderKeeper headers, VaultLock lock, Client service) {
        if (SettleHeader.isDue(parts.region().view(), headers)) {
            lock.tryAcquire().ifPresent(held -> {
                try (held) {
                    service.call(new SettleHeader.Request());
                }
            });
        }
    }

    private static void recordUnlock(
            OpenParts parts, SealedHeader header, UnlockedVault vault, String slotId, boolean olderAccepted) {
        try {
            vault.client()
                    .call(new Unlock.Request(parts.user(), slotId, olderAccepted, parts.failedUnlocks()));
        } catch (KmsException refused) {
            throw new VaultException(
                    VaultException.Kind.REFUSED_FOR_SAFETY,
                    "The passphrase opens a keyslot, but "
                            + Users.principal(header.header().account(), parts.user()).arn()
                            + " is no enabled user of this vault that may unlock it.",
                    "Let an administrator look at keyhold user list.",
                    refused);
        }
    }
}
