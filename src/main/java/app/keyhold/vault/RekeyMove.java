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
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes Regions from one root key to the next: database, materials, audit key, and at the end the header that forgets the
/// old root key. Each step looks at what is there before it does anything, so that a move cut short anywhere is finished by
/// running it again; until the last step the header holds the way to both root keys.
///
/// Runs while no door is open.
final class RekeyMove {
    private static final int KEYS_A_ROW = 64;
    private static final byte[] DOMAIN = "keyhold-audit-key-v1".getBytes(StandardCharsets.US_ASCII);

    private final InstantSource clock;
    private final KeyTable old;
    private final KeyTable next;
    private final Principal principal;
    private final String front;

    RekeyMove(InstantSource clock, KeyTable old, KeyTable next, Principal principal, String front) {
        this.clock = clock;
        this.old = old;
        this.next = next;
        this.principal = principal;
        this.front = front;
    }

    /// Moves the home and every other Region that can be moved; a Region that is away or in use stays behind under the
    /// old root key, and the last header keeps the way to it.
    ///
    /// @param home open, under either key
    /// @param others open, under either key
    /// @return the header that is in place now
    SealedHeader finish(StoredRegion home, List<StoredRegion> others, SealedHeader moving) {
        move(home);
        var moved = new ArrayList<>(List.of(home));
        for (var other : others) {
            if (moveIfPossible(other, moving)) {
                moved.add(other);
            }
        }
        var last = SealedHeader.seal(
                moving.header().moved(places(moving.header(), moved)), next.key(KeyTable.Purpose.HEADER_MAC));
        announceAndReplace(home, moving, last);
        for (var other : moved.subList(1, moved.size())) {
            new HeaderCopy(events(other), other).bring(last);
        }
        moved.forEach(region -> region.store().scrub());
        return last;
    }

    /// Forgets the old root keys of Regions that an earlier rekey had not reached and that have been moved since.
    ///
    /// @param moved open
    /// @return the header that is in place now
    SealedHeader forgetOldRoots(StoredRegion home, List<StoredRegion> moved, SealedHeader header) {
        var names = moved.stream().map(StoredRegion::name).toList();
        var places = header.header().places().stream()
                .map(place -> names.contains(place.region()) ? Header.Place.of(place.region(), place.path()) : place)
                .toList();
        if (places.equals(header.header().places())) {
            return header;
        }
        var last = SealedHeader.seal(header.header().withPlaces(places), next.key(KeyTable.Purpose.HEADER_MAC));
        announceAndReplace(home, header, last);
        return last;
    }

    /// Moves what is inside one Region; its header has to lead to both root keys by then.
    ///
    /// @throws VaultException IN_USE
    void move(StoredRegion region) {
        RegionFiles.told(() -> {
            // First, because it alone needs the file for itself: another program that has the vault open stops it here.
            region.store().rekey(next.key(KeyTable.RegionPurpose.DATABASE, region.name()));
            region.layout().reached().accept("database rekeyed");
            moveMaterials(region);
            region.layout().reached().accept("materials moved");
            moveImports(region);
            region.layout().reached().accept("imports moved");
            moveKeyStores(region);
            region.layout().reached().accept("key stores moved");
            moveAccessKeys(region);
            region.layout().reached().accept("access keys moved");
            moveAuditKey(region);
            region.layout().reached().accept("audit key moved");
            return region;
        });
    }

    private boolean moveIfPossible(StoredRegion other, SealedHeader moving) {
        try {
            if (!other.header().equals(moving)) {
                new HeaderCopy(events(other), other).bring(moving);
            }
            move(other);
            return true;
        } catch (VaultException later) {
            return false;
        }
    }

    /// A Region that an earlier rekey had not reached either keeps its own old root.
    private List<Header.Place> places(Header header, List<StoredRegion> moved) {
        var names = moved.stream().map(StoredRegion::name).toList();
        return header.places().stream()
                .map(place -> new Header.Place(
                        place.region(),
                        place.path(),
                        names.contains(place.region()) ? Optional.empty() : Optional.of(wayBack(place))))
                .toList();
    }

    private Blob wayBack(Header.Place place) {
        if (place.oldRoot().isEmpty()) {
            return OldRoot.wrap(next, old);
        }
        try (var older = OldRoot.unwrap(old, place.oldRoot().get())) {
            return OldRoot.wrap(next, older);
        }
    }

    private void announceAndReplace(StoredRegion home, SealedHeader moving, SealedHeader last) {
        new HomeHeader(home, events(home)).replace("FinishRekey", moving, last);
    }

    private VaultEvents events(StoredRegion region) {
        return new VaultEvents(region.store(), clock, principal, front);
    }

    private void moveMaterials(StoredRegion region) {
        try (var from = materials(old, region.name());
                var to = materials(next, region.name())) {
            var after = "";
            while (true) {
                List<Key> keys = region.store().view().keys(after, KEYS_A_ROW);
                if (keys.isEmpty()) {
                    return;
                }
                var waiting = keys.stream().filter(key -> !isMoved(key, to)).toList();
                if (!waiting.isEmpty()) {
                    events(region).record("RewrapMaterial", Map.of(), work -> rewrap(work, waiting, from, to));
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

    private void moveKeyStores(StoredRegion region) {
        var name = region.name();
        var to = next.keyStoreSecrets();
        var waiting = region.store().view().keyStores().all().stream()
                .filter(store -> !to.opens(name, store))
                .toList();
        if (!waiting.isEmpty()) {
            events(region)
                    .record(
                            "RewrapKeyStores",
                            Map.of(),
                            work -> waiting.forEach(store -> work.put(to.moved(name, store, old.keyStoreSecrets()))));
        }
    }

    private void moveAccessKeys(StoredRegion region) {
        var to = next.accessKeySecrets();
        var waiting = region.store().view().accessKeys().stream()
                .filter(key -> !to.opens(key))
                .toList();
        if (!waiting.isEmpty()) {
            events(region)
                    .record(
                            "RewrapAccessKeys",
                            Map.of(),
                            work -> waiting.forEach(key -> work.put(to.moved(key, old.accessKeySecrets()))));
        }
    }

    /// The secret behind material ids goes along. Wrapping keys that were given out do not: their tokens were made under
    /// the old root, and new parameters are quickly had.
    private void moveImports(StoredRegion region) {
        var secret = region.store().view().setting(ImportSettings.ID_SECRET).map(Blob::ofBase64);
        try (var from = old.imports();
                var to = next.imports()) {
            if (secret.filter(wrapped -> !to.opensIdSecret(wrapped)).isEmpty()) {
                return;
            }
            var moved = from.moveIdSecret(secret.get(), to);
            events(region).record("RewrapImports", Map.of(), work -> {
                work.putSetting(ImportSettings.ID_SECRET, moved.base64());
                work.expiredImportParameters(Instant.MAX).forEach(work::remove);
            });
        }
    }

    /// The old key's last words are a checkpoint and the new key's public half.
    private void moveAuditKey(StoredRegion region) {
        var store = region.store();
        var current = AuditKey.of(store.view());
        var wrapping = next.key(KeyTable.RegionPurpose.AUDIT_SIGNING, region.name());
        if (current.opensUnder(wrapping, next.vaultId(), region.name())) {
            region.auditKeys().moveTo(next);
            return;
        }
        store.checkpoint(clock.instant());
        var fresh = AuditKey.generate(wrapping, next.vaultId(), region.name());
        var introduced = LengthPrefixed.join(
                DOMAIN,
                next.vaultId().getBytes(StandardCharsets.UTF_8),
                region.name().getBytes(StandardCharsets.UTF_8),
                fresh.publicKey().toByteArray());
        Blob signature = region.auditKeys().apply(store.view()).sign(introduced);
        events(region)
                .record(
                        "ReplaceAuditKey",
                        Map.of(
                                "auditPublicKey", fresh.publicKey().base64(),
                                "previousAuditPublicKey", current.publicKey().base64(),
                                "signedByPrevious", signature.base64()),
                        fresh::put);
        region.auditKeys().moveTo(next);
    }

    private static MaterialWrapping materials(KeyTable keys, String region) {
        return new MaterialWrapping(keys.key(KeyTable.RegionPurpose.MATERIAL, region).copy(), keys.vaultId());
    }
}
