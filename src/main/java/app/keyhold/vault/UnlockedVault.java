package app.keyhold.vault;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeyWrap;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.iam.Caller;
import app.keyhold.iam.Origin;
import app.keyhold.iam.Principal;
import app.keyhold.kms.ChangeWatcher;
import app.keyhold.kms.Client;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.credential.AccessKeySecrets.Credential;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.AEADBadTagException;

/// A vault while it is open, and the one order in which it closes.
final class UnlockedVault implements OpenVault {
    private static final String NOTE = "note";

    private final OpenParts parts;
    private final Regions regions;
    private final HeaderKeeper headers;
    private final Deliveries deliveries;
    private final Client client;
    private final String account;
    private final String vaultId;
    private final Map<String, OpenVault> faces = new ConcurrentHashMap<>();
    private boolean locked;

    UnlockedVault(OpenParts parts, Regions regions, HeaderKeeper headers, Deliveries deliveries) {
        this.parts = parts;
        this.regions = regions;
        this.headers = headers;
        this.deliveries = deliveries;
        this.account = headers.current().account();
        this.vaultId = headers.current().vaultId();
        this.client = client(regions.get(region()).orElseThrow());
    }

    @Override
    public Path folder() {
        return parts.here().layout().folder();
    }

    @Override
    public String vaultId() {
        return vaultId;
    }

    @Override
    public String account() {
        return account;
    }

    @Override
    public String region() {
        return parts.here().name();
    }

    @Override
    public String user() {
        return parts.user();
    }

    @Override
    public Client client() {
        return client;
    }

    @Override
    public OpenVault inSession(Blob sessionToken) {
        return inSession(this, sessionToken);
    }

    /// @param face the vault as it is seen from the Region the session is to act in
    OpenVault inSession(OpenVault face, Blob sessionToken) {
        OpenRegion region = open(face.region());
        Caller caller = region.sessions()
                .caller(
                        region.stored().store().view(),
                        sessionToken,
                        client.caller().origin(),
                        parts.clock().instant());
        return new SessionVault(face, new Client(region.gate(), caller));
    }

    /// Who signs with an access key, for whoever verifies the signatures of requests to a Region.
    ///
    /// @return empty if nobody may, or the vault is locked
    synchronized Optional<Credential> credential(String region, String accessKeyId) {
        if (locked) {
            return Optional.empty();
        }
        OpenRegion there = open(region);
        return there.accessKeys().credential(there.stored().store().view(), accessKeyId);
    }

    @Override
    public List<String> regions() {
        return headers.current().regions().stream()
                .filter(name -> regions.get(name).isPresent())
                .toList();
    }

    @Override
    public OpenVault in(String region) {
        if (region.equals(region())) {
            return this;
        }
        return faces.computeIfAbsent(region, name -> new VaultInRegion(this, name, client(open(name))));
    }

    @Override
    public int failedUnlocks() {
        return parts.failedUnlocks();
    }

    KeyTable keys() {
        return parts.keys();
    }

    /// The Region's door as the `kms` service has it, shut when the vault locks.
    Client service(OpenRegion region) {
        return new Client(region.gate(), Caller.of(Principal.Service.KMS, new Origin("schedule", "Keyhold")));
    }

    @Override
    public PriceFile prices() {
        return parts.prices();
    }

    @Override
    public synchronized boolean isLocked() {
        return locked;
    }

    @Override
    public synchronized Optional<Blob> sealNoteKey(SecretBytes key) {
        return locked
                ? Optional.empty()
                : Optional.of(KeyWrap.wrap(parts.keys().key(KeyTable.Purpose.NOTE), key, NOTE, vaultId()));
    }

    @Override
    public synchronized Optional<SecretBytes> openNoteKey(Blob sealed) {
        if (locked) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyWrap.unwrap(parts.keys().key(KeyTable.Purpose.NOTE), sealed, NOTE, vaultId()));
        } catch (AEADBadTagException notOfThisVault) {
            return Optional.empty();
        }
    }

    /// @throws VaultException after the keys are wiped and everything is closed, if the last checkpoint could not be
    ///     written or a rekey not be finished; both are made up for at the next unlock
    @Override
    public void lock() {
        synchronized (this) {
            if (locked) {
                return;
            }
            locked = true;
        }
        parts.attendant().locking(this);
        faces.values().forEach(parts.attendant()::locking);
        // The gates wait for running calls; what those left for other Regions is done before the doors go.
        regions.all().forEach(region -> region.gate().close());
        deliveries.close();
        deliveries.deliver();
        closeDoors();
        var failure = finish();
        headers.nextKeys().ifPresent(KeyTable::close);
        parts.keys().close();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /// A Region that went away, or is no part of the vault any more.
    void forget(String region) {
        Optional.ofNullable(faces.remove(region)).ifPresent(parts.attendant()::locking);
    }

    /// After this nothing uses materials any more; databases and keys stay open.
    void closeDoors() {
        regions.all().forEach(OpenRegion::closeDoor);
    }

    private Optional<VaultException> finish() {
        var stored = new ArrayList<>(regions.all().stream().map(OpenRegion::stored).toList());
        stored.forEach(region -> region.store().watch(ChangeWatcher.NONE));
        // What was changed through its door is what this computer is to remember.
        stored.stream()
                .filter(region -> headers.isHome(region.name()))
                .forEach(region -> region.headerIs(headers.sealed()));
        var here = parts.here();
        stored.remove(here);
        try {
            var failure = closing(() -> {
                checkpoint(here);
                stored.forEach(region -> closing(() -> checkpoint(region)));
                headers.nextKeys().ifPresent(moving -> move(moving, here, stored));
                here.anchor();
            });
            stored.forEach(region -> closing(region::anchor));
            return failure;
        } finally {
            stored.forEach(region -> closing(region::close));
            here.close();
        }
    }

    private static Optional<VaultException> closing(Runnable step) {
        try {
            step.run();
            return Optional.empty();
        } catch (StoreException failed) {
            return Optional.of(RegionFiles.outcome(failed));
        } catch (VaultException failed) {
            return Optional.of(failed);
        }
    }

    private void checkpoint(StoredRegion region) {
        region.store().checkpoint(parts.clock().instant());
    }

    private void move(KeyTable moving, StoredRegion here, List<StoredRegion> others) {
        var all = new ArrayList<>(others);
        all.add(here);
        SealedHeader begun = headers.sealed();
        var home = all.stream()
                .filter(region -> region.name().equals(begun.header().homeRegion()))
                .findFirst()
                .orElseThrow();
        all.remove(home);
        new RekeyMove(parts.clock(), parts.keys(), moving, client.caller().principal(), parts.front())
                .finish(home, all, begun);
    }

    private Client client(OpenRegion region) {
        var person = Users.principal(account, parts.user());
        return new Client(region.gate(), Caller.of(person, new Origin(parts.front(), "Keyhold")));
    }

    private OpenRegion open(String name) {
        return regions.get(name).orElseThrow(() -> regions.health().stream()
                .filter(region -> region.region().equals(name))
                .findFirst()
                .flatMap(Regions.Health::trouble)
                .map(trouble -> new VaultException(
                        VaultException.Kind.UNREACHABLE,
                        "The Region " + name + " is away: " + trouble.message(),
                        trouble.nextStep()))
                .orElseGet(() -> new VaultException(
                        VaultException.Kind.USAGE,
                        "This vault has no Region " + name + ".",
                        "Its Regions: " + String.join(", ", headers.current().regions()) + ".")));
    }
}
