package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.LengthPrefixed;
import app.keyhold.iam.Principal;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.UnitOfWork;
import app.keyhold.kms.key.Key;
import app.keyhold.kms.key.KeyMaterial;
import app.keyhold.kms.key.MaterialWrapping;
import app.keyhold.kms.operation.imported.ImportSettings;
import app.keyhold.store.HeaderMemory;
import app.keyhold.store.SqliteRegion;
import app.keyhold.vault.header.SealedHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Takes a Region from one root key to the next: database, materials, audit key, then the header that forgets the old
/// root key. Each step looks at what is there before it does anything, so that a move cut short anywhere is finished by
/// running it again; until the last step the header holds the way to both root keys.
///
/// Runs while no door is open.
final class RekeyMove {
    private static final int KEYS_A_ROW = 64;
    private static final byte[] DOMAIN = "keyhold-audit-key-v1".getBytes(StandardCharsets.US_ASCII);

    private final VaultLayout layout;
    private final InstantSource clock;
    private final KeyTable old;
    private final KeyTable next;
    private final AuditKeys auditKeys;
    private final Principal principal;
    private final String front;

    RekeyMove(
            VaultLayout layout,
            InstantSource clock,
            KeyTable old,
            KeyTable next,
            AuditKeys auditKeys,
            Principal principal,
            String front) {
        this.layout = layout;
        this.clock = clock;
        this.old = old;
        this.next = next;
        this.auditKeys = auditKeys;
        this.principal = principal;
        this.front = front;
    }

    /// @param region open, under either key
    /// @return the header that is in place now
    SealedHeader finish(SqliteRegion region, SealedHeader moving) {
        var name = region.identity().region();
        var events = new VaultEvents(region, clock, principal, front);
        // First, because it alone needs the file for itself: another program that has the vault open stops it here.
        region.rekey(next.key(KeyTable.RegionPurpose.DATABASE, name));
        layout.reached().accept("database rekeyed");
        moveMaterials(region, name, events);
        layout.reached().accept("materials moved");
        moveImports(region, events);
        layout.reached().accept("imports moved");
        moveKeyStores(region, name, events);
        layout.reached().accept("key stores moved");
        moveAuditKey(region, name, events);
        layout.reached().accept("audit key moved");
        var last = SealedHeader.seal(moving.header().moved(), next.key(KeyTable.Purpose.HEADER_MAC));
        events.record("FinishRekey", Map.of(), work -> HeaderMemory.announce(work, HeaderKeeper.seen(last)));
        layout.reached().accept("rekey announced");
        layout.header().replace(moving, last);
        events.record("SettleHeader", Map.of(), work -> HeaderMemory.confirm(work, HeaderKeeper.seen(last)));
        layout.reached().accept("rekey settled");
        region.scrub();
        return last;
    }

    private void moveMaterials(SqliteRegion region, String name, VaultEvents events) {
        try (var from = materials(old, name);
                var to = materials(next, name)) {
            var after = "";
            while (true) {
                List<Key> keys = region.view().keys(after, KEYS_A_ROW);
                if (keys.isEmpty()) {
                    return;
                }
                var waiting = keys.stream().filter(key -> !isMoved(key, to)).toList();
                if (!waiting.isEmpty()) {
                    events.record("RewrapMaterial", Map.of(), work -> rewrap(work, waiting, from, to));
                }
                after = keys.getLast().id();
            }
        }
    }

    private static boolean isMoved(Key key, MaterialWrapping to) {
        return key.allMaterials().stream()
                .filter(KeyMaterial::isWrapped)
                .allMatch(material -> opens(key, material, to));
    }

    private static boolean opens(Key key, KeyMaterial material, MaterialWrapping wrapping) {
        try {
            return wrapping.with(key, material, secret -> true);
        } catch (StoreException otherKey) {
            return false;
        }
    }

    private static void rewrap(UnitOfWork work, List<Key> keys, MaterialWrapping from, MaterialWrapping to) {
        for (var key : keys) {
            work.put(key.withMaterials(key.materials().stream()
                            .map(material -> rewrapped(key, material, from, to))
                            .toList())
                    .withPending(key.pending().map(material -> rewrapped(key, material, from, to))));
        }
    }

    private static KeyMaterial rewrapped(Key key, KeyMaterial material, MaterialWrapping from, MaterialWrapping to) {
        if (!material.isWrapped() || opens(key, material, to)) {
            return material;
        }
        return material.withWrapped(
                from.with(key, material, secret -> to.wrap(key.arn(), key.spec(), material.id(), secret)));
    }

    private void moveKeyStores(SqliteRegion region, String name, VaultEvents events) {
        var to = next.keyStoreSecrets();
        var waiting = region.view().keyStores().all().stream()
                .filter(store -> !to.opens(name, store))
                .toList();
        if (!waiting.isEmpty()) {
            events.record(
                    "RewrapKeyStores",
                    Map.of(),
                    work -> waiting.forEach(store -> work.put(to.moved(name, store, old.keyStoreSecrets()))));
        }
    }

    /// The secret behind material ids goes along. Wrapping keys that were given out do not: their tokens were made under
    /// the old root, and new parameters are quickly had.
    private void moveImports(SqliteRegion region, VaultEvents events) {
        var secret = region.view().setting(ImportSettings.ID_SECRET).map(Blob::ofBase64);
        try (var from = old.imports();
                var to = next.imports()) {
            if (secret.filter(wrapped -> !to.opensIdSecret(wrapped)).isEmpty()) {
                return;
            }
            var moved = from.moveIdSecret(secret.get(), to);
            events.record("RewrapImports", Map.of(), work -> {
                work.putSetting(ImportSettings.ID_SECRET, moved.base64());
                work.expiredImportParameters(Instant.MAX).forEach(work::remove);
            });
        }
    }

    /// The old key's last words are a checkpoint and the new key's public half.
    private void moveAuditKey(SqliteRegion region, String name, VaultEvents events) {
        var current = AuditKey.of(region.view());
        var wrapping = next.key(KeyTable.RegionPurpose.AUDIT_SIGNING, name);
        if (current.opensUnder(wrapping, next.vaultId(), name)) {
            auditKeys.moveTo(next);
            return;
        }
        region.checkpoint(clock.instant());
        var fresh = AuditKey.generate(wrapping, next.vaultId(), name);
        var introduced = LengthPrefixed.join(
                DOMAIN,
                next.vaultId().getBytes(StandardCharsets.UTF_8),
                name.getBytes(StandardCharsets.UTF_8),
                fresh.publicKey().toByteArray());
        Blob signature = auditKeys.apply(region.view()).sign(introduced);
        events.record(
                "ReplaceAuditKey",
                Map.of(
                        "auditPublicKey", fresh.publicKey().base64(),
                        "previousAuditPublicKey", current.publicKey().base64(),
                        "signedByPrevious", signature.base64()),
                fresh::put);
        auditKeys.moveTo(next);
    }

    private static MaterialWrapping materials(KeyTable keys, String region) {
        return new MaterialWrapping(keys.key(KeyTable.RegionPurpose.MATERIAL, region).copy(), keys.vaultId());
    }
}
