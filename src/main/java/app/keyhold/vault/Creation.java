package app.keyhold.vault;

import app.keyhold.crypto.Argon2id;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.Randomness;
import app.keyhold.iam.Identity;
import app.keyhold.iam.IdentityPolicies;
import app.keyhold.iam.Principal;
import app.keyhold.kms.operation.imported.ImportSettings;
import app.keyhold.vault.header.Header;
import app.keyhold.vault.header.SealedHeader;
import app.keyhold.vault.operation.Users;
import app.keyhold.vault.slot.Passphrases;
import app.keyhold.vault.slot.Slot;
import app.keyhold.vault.slot.SlotKeys;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Makes a new vault beside its place and moves it there whole: a crash on the way leaves no half vault.
final class Creation {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("([a-z]+-){2,3}[0-9]+");

    private final NewVault wanted;
    private final InstantSource clock;

    Creation(NewVault wanted, InstantSource clock) {
        this.wanted = wanted;
        this.clock = clock;
    }

    void make() {
        var account = account();
        if (!REGION.matcher(wanted.region()).matches()) {
            throw usage(wanted.region() + " is no Region's name.", "Name one like us-east-1.");
        }
        var place = wanted.folder().toAbsolutePath().normalize();
        NewFolder.requireFree(
                place, "a vault", "Unlock the vault that is there, or choose another folder.");
        NewFolder.requireSafe(place, wanted.allowSyncFolder());
        NewFolder.make(place, "new", "The vault could not be made", layout -> fill(layout, account));
    }

    private void fill(VaultLayout layout, String account) {
        var vaultId = Randomness.uuid().toString();
        try (var keys = new KeyTable(Randomness.secret(32), vaultId)) {
            var header = header(vaultId, account, ownerSlot(vaultId, keys));
            var sealed = SealedHeader.seal(header, keys.key(KeyTable.Purpose.HEADER_MAC));
            fillRegion(layout, header, sealed, keys);
            layout.header().create(sealed);
        }
    }

    private Slot ownerSlot(String vaultId, KeyTable keys) {
        var cost = new Argon2id.Cost(
                wanted.cost().memoryKib(), wanted.cost().passes(), wanted.cost().lanes());
        try (var secret = Passphrases.chosen(wanted.ownerPassphrase(), wanted.keyFile())) {
            return new SlotKeys(vaultId)
                    .wrap(Randomness.uuid().toString(), Users.OWNER, secret, cost, keys.root(), clock.instant());
        }
    }

    private Header header(String vaultId, String account, Slot owner) {
        return new Header(
                vaultId,
                Randomness.uuid().toString(),
                account,
                wanted.region(),
                1,
                1,
                1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                List.of(),
                List.of(wanted.privateNames() ? owner.hidden() : owner),
                Optional.empty());
    }

    private void fillRegion(VaultLayout layout, Header header, SealedHeader sealed, KeyTable keys) {
        var owner = new Principal.Root(header.account());
        new FirstRow(clock, owner, wanted.front(), "CreateVault")
                .write(layout, header.homeRegion(), sealed, keys, work -> {
                    work.put(Identity.of(
                                    owner, header.account(), List.of(IdentityPolicies.administrator()), work.now())
                            .withSlotId(header.slots().getFirst().id()));
                    work.putSetting(ImportSettings.ID_SECRET, importIds(keys).base64());
                });
    }

    /// Now and not with the first import: every Region is to have the same, so that the same material has the same id in all.
    private static Blob importIds(KeyTable keys) {
        try (var imports = keys.imports()) {
            return imports.newIdSecret();
        }
    }

    private String account() {
        var account = wanted.account().orElseGet(Creation::randomAccount);
        if (!ACCOUNT.matcher(account).matches()) {
            throw usage("An account has 12 digits.", "Give 12 digits, or none to have them drawn.");
        }
        return account;
    }

    private static String randomAccount() {
        var random = Randomness.generator();
        return "%012d".formatted(100_000_000_000L + Math.floorMod(random.nextLong(), 900_000_000_000L));
    }

    private static VaultException usage(String message, String nextStep) {
        return new VaultException(VaultException.Kind.USAGE, message, nextStep);
    }
}
