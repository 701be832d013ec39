package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.ListKeys;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateCheckpoint;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.ListRegions;
import app.keyhold.vault.operation.ListSettings;
import app.keyhold.vault.operation.ListUsers;
import app.keyhold.vault.operation.RemoveRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several Regions of one vault, each in a folder of its own.
@BesideOthers
class RegionsTest {
    private static final String IRELAND = "eu-west-1";

    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Path stick;
    private Path unplugged;

    @BeforeEach
    void makeAVaultWithARegionOnAStick() throws IOException {
        fixture = new VaultFixture(temporary);
        Files.createDirectory(temporary.resolve("media"));
        stick = temporary.resolve("media/stick");
        unplugged = temporary.resolve("elsewhere");
        try (var vault = fixture.create()) {
            assertThat(vault.client().call(adding(IRELAND, stick)).made()).isTrue();
        }
    }

    @Test
    void aRegionIsAFolderWithTheSameHeaderAndADatabaseOfItsOwn() throws IOException {
        assertThat(stick.resolve("vault.json")).hasSameBinaryContentAs(fixture.folder.resolve("vault.json"));
        assertThat(stick.resolve("regions/eu-west-1.db")).exists();
        assertThat(stick.resolve("regions/us-east-1.db")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(stick)).allMatch(one -> one.name().startsWith("OWNER"));
    }

    @Test
    void aKeyBelongsToTheRegionWhoseDoorMadeIt() {
        try (var vault = fixture.unlock()) {
            assertThat(vault.regions()).containsExactly("us-east-1", IRELAND);
            var made = vault.in(IRELAND)
                    .client()
                    .call(CreateKey.Request.symmetric(""))
                    .keyMetadata();
            assertThat(made.arn()).startsWith("arn:aws:kms:eu-west-1:111122223333:key/");
            assertThat(vault.client().call(ListKeys.Request.firstPage()).keys()).isEmpty();
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(DescribeKey.Request.of(made.arn())))
                    .withMessageContaining("Invalid arn eu-west-1");
        }
    }

    @Test
    void eachRegionHasAChainAndASigningKeyOfItsOwn() {
        try (var vault = fixture.unlock()) {
            var home = vault.client().call(new CreateCheckpoint.Request());
            var other = vault.in(IRELAND).client().call(new CreateCheckpoint.Request());
            assertThat(other.region()).isEqualTo(IRELAND);
            assertThat(other.publicKey()).isNotEqualTo(home.publicKey());
            assertThat(other.vaultId()).isEqualTo(home.vaultId());
            assertThat(vault.in(IRELAND)
                            .client()
                            .call(new VerifyTrail.Request("screen"))
                            .brokenAt())
                    .isEmpty();
        }
    }

    @Test
    void whoIsMadeAtHomeIsKnownInEveryRegion() {
        try (var vault = fixture.unlock()) {
            vault.client().call(eva());
        }
        try (var vault = fixture.unlock("eva", "eva's own")) {
            assertThat(names(vault.in(IRELAND))).containsExactly("owner", "eva");
            vault.in(IRELAND).client().call(ListKeys.Request.firstPage());
        }
    }

    @Test
    void whetherPathsAreRememberedHoldsInEveryRegion() {
        try (var vault = fixture.unlock()) {
            vault.client().call(new ChangeSettings.Request(Optional.empty(), Optional.empty(), Optional.of(true)));
        }
        try (var vault = fixture.unlock()) {
            assertThat(vault.in(IRELAND).client().call(new ListSettings.Request()).rememberPaths())
                    .isTrue();
        }
    }

    @Test
    void peopleAreAdministeredAtHomeAlone() {
        try (var vault = fixture.unlock()) {
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.in(IRELAND).client().call(eva()))
                    .withMessageContaining("home Region us-east-1")
                    .extracting(KmsException::fault)
                    .isEqualTo(Fault.UnsupportedOperationException);
            assertThat(names(vault)).containsExactly("owner");
        }
    }

    @Test
    void aRegionThatIsAwayKeepsNobodyOutAndSaysSo() throws IOException {
        unplug();

        try (var vault = fixture.unlock()) {
            assertThat(vault.regions()).containsExactly("us-east-1");
            var region = region(vault);
            assertThat(region.attached()).isFalse();
            assertThat(region.trouble().orElseThrow()).contains(stick.toString());
            assertThat(region.behindSince()).isEmpty();
            refused(Kind.UNREACHABLE, () -> vault.in(IRELAND));
            refused(Kind.USAGE, () -> vault.in("ap-south-1"));
        }
    }

    @Test
    void aRegionThatMissedADeletedUserIsNamedAndStillLetsThemInUntilItIsBack() throws IOException {
        try (var vault = fixture.unlock()) {
            vault.client().call(eva());
        }
        unplug();
        try (var vault = fixture.unlock()) {
            var answer = vault.client().call(new DeleteUser.Request("eva"));
            assertThat(answer.stillOpening()).containsExactly("Region eu-west-1 in " + stick);
            assertThat(region(vault).behindSince()).contains(VaultFixture.NOW);
            assertThat(region(vault).oldHeader()).isTrue();
        }
        Files.move(fixture.folder, temporary.resolve("desk"));
        vaultsOfAnother().unlock(unplugged, VaultFixture.as("eva", "eva's own")).close();
        Files.move(temporary.resolve("desk"), fixture.folder);

        plugIn();
        try (var vault = fixture.unlock()) {
            assertThat(region(vault).behindSince()).isEmpty();
            assertThat(region(vault).oldHeader()).isFalse();
            assertThat(names(vault.in(IRELAND))).containsExactly("owner");
        }
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.vaults().unlock(stick, VaultFixture.as("eva", "eva's own")));
        assertThat(stick.resolve("vault.json")).hasSameBinaryContentAs(fixture.folder.resolve("vault.json"));
        assertThat(Files.readAllBytes(stick.resolve("vault.json.previous")))
                .isEqualTo(Files.readAllBytes(stick.resolve("vault.json")));
    }

    @Test
    void theAnswerToAChangedPassphraseNamesTheRegionThatMissesIt() throws IOException {
        unplug();
        try (var vault = fixture.unlock()) {
            var answer = vault.client()
                    .call(new ChangePassphrase.Request(
                            "owner",
                            VaultFixture.secret(VaultFixture.PASSPHRASE),
                            Optional.empty(),
                            VaultFixture.secret("a new one"),
                            Optional.empty()));
            assertThat(answer.stillOpening()).containsExactly("Region eu-west-1 in " + stick);
        }
        plugIn();

        // The folder that is behind does not open with the old passphrase where the newer header can be seen.
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.vaults().unlock(stick, owner()));
        fixture.vaults().unlock(stick, VaultFixture.as("owner", "a new one")).close();
        assertThat(stick.resolve("vault.json")).hasSameBinaryContentAs(fixture.folder.resolve("vault.json"));
    }

    @Test
    void aFolderOfARegionOpensTheWholeVaultWhileTheHomeIsThere() {
        try (var vault = fixture.vaults().unlock(stick, owner())) {
            assertThat(vault.region()).isEqualTo(IRELAND);
            assertThat(vault.regions()).containsExactly("us-east-1", IRELAND);
            vault.in("us-east-1").client().call(eva());
            assertThat(names(vault)).containsExactly("owner", "eva");
        }
        fixture.unlock("eva", "eva's own").close();
    }

    @Test
    void aFolderOfARegionOpensAloneAndChangesNobody() throws IOException {
        Files.move(fixture.folder, temporary.resolve("lost"));

        try (var vault = fixture.vaults().unlock(stick, owner())) {
            assertThat(vault.regions()).containsExactly(IRELAND);
            vault.client().call(CreateKey.Request.symmetric(""));
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(eva()))
                    .withMessageContaining("It is away");
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
        }
    }

    @Test
    void foldersThatMovedTogetherFindEachOther() throws IOException {
        var moved = temporary.resolve("moved");
        Files.createDirectory(moved);
        Files.createDirectory(moved.resolve("media"));
        Files.move(fixture.folder, moved.resolve("test.keyhold"));
        Files.move(stick, moved.resolve("media/stick"));

        try (var vault = fixture.vaults().unlock(moved.resolve("test.keyhold"), owner())) {
            assertThat(vault.regions()).containsExactly("us-east-1", IRELAND);
        }
    }

    @Test
    void aRegionElsewhereIsFoundOnceItIsSaidWhere() throws IOException {
        Files.move(stick, unplugged);

        try (var vault = fixture.unlock()) {
            assertThat(vault.regions()).containsExactly("us-east-1");
            assertThatExceptionOfType(KmsException.class)
                    .isThrownBy(() -> vault.client().call(adding(IRELAND, temporary.resolve("nothing"))))
                    .extracting(KmsException::fault)
                    .isEqualTo(Fault.NotFoundException);
            assertThat(vault.client().call(adding(IRELAND, unplugged)).made()).isFalse();
            assertThat(vault.regions()).containsExactly("us-east-1", IRELAND);
        }
        try (var vault = fixture.unlock()) {
            assertThat(region(vault).path()).isEqualTo(unplugged.toString());
        }
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws IOException {
        var other = temporary.resolve("other");
        Files.createDirectory(other);
        Files.writeString(other.resolve("note.txt"), "mine");

        try (var vault = fixture.unlock()) {
            refused(Kind.EXISTS, () -> vault.client().call(adding("ap-south-1", other)));
        }
        assertThat(other).isDirectoryContaining("glob:**note.txt");
    }

    @Test
    void aRegionOfAnotherVaultIsNotTaken() throws IOException {
        var stranger = new VaultFixture(temporary.resolve("stranger"));
        Files.createDirectory(temporary.resolve("stranger"));
        stranger.create().close();
        unplug();
        Files.move(stranger.folder, stick);
        Files.move(stick.resolve("regions/us-east-1.db"), stick.resolve("regions/eu-west-1.db"));

        try (var vault = fixture.unlock()) {
            assertThat(vault.regions()).containsExactly("us-east-1");
            assertThat(region(vault).trouble().orElseThrow()).contains("belongs to another vault");
        }
    }

    @Test
    void aWholeOlderFolderOfARegionIsNoticed() throws IOException {
        Snapshots.copy(stick, unplugged);
        try (var vault = fixture.unlock()) {
            vault.in(IRELAND).client().call(CreateKey.Request.symmetric(""));
        }
        Files.move(stick, temporary.resolve("newer"));
        Files.move(unplugged, stick);

        try (var vault = fixture.unlock()) {
            assertThat(region(vault).trouble().orElseThrow()).contains("older than when you last used it");
        }
    }

    @Test
    void aRegionWithKeysIsNotRemovedAndOneWithoutIs() {
        try (var vault = fixture.unlock()) {
            vault.in(IRELAND).client().call(CreateKey.Request.symmetric(""));
            conflict(() -> vault.client().call(new RemoveRegion.Request(IRELAND, Optional.of(true))));
            vault.client().call(adding("ap-south-1", temporary.resolve("second")));
            vault.client().call(new RemoveRegion.Request("ap-south-1", Optional.empty()));
            assertThat(vault.regions()).containsExactly("us-east-1", IRELAND);
        }
        assertThat(temporary.resolve("second/vault.json")).exists();
        refused(
                Kind.REFUSED_FOR_SAFETY,
                () -> fixture.vaults().unlock(temporary.resolve("second"), owner()));
    }

    @Test
    void aRegionThatIsAwayIsRemovedOnlyAsLost() throws IOException {
        unplug();
        try (var vault = fixture.unlock()) {
            conflict(() -> vault.client().call(new RemoveRegion.Request(IRELAND, Optional.empty())));
            vault.client().call(new RemoveRegion.Request(IRELAND, Optional.of(true)));
            assertThat(vault.client().call(new ListRegions.Request()).regions()).hasSize(1);
        }
        fixture.unlock().close();
    }

    /// At every step: the home opens, and the Region is either not there yet or becomes whole.
    @Test
    void aKillWhileARegionIsAddedIsFinishedByTheNextUnlock() {
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        var home = temporary.resolve("work/v.keyhold");
        Snapshots.copy(fixture.folder, home);
        Snapshots.copy(stick, temporary.resolve("work/media/stick"));
        try (var vault = fixture.vaults(snapshots).unlock(home, owner())) {
            vault.client().call(adding("ap-south-1", temporary.resolve("work/second")));
        }

        assertThat(snapshots.folders()).hasSizeGreaterThan(6);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(killed.resolve("v.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                if (vault.regions().size() == 2) {
                    assertThat(vault.client()
                                    .call(adding("ap-south-1", killed.resolve("second")))
                                    .made())
                            .isFalse();
                }
                assertThat(names(vault.in("ap-south-1"))).as(killed.toString()).containsExactly("owner");
            }
        }
    }

    /// At every step of a user's deletion: what is left is taken over by the Region at the next unlock.
    @Test
    void aKillWhileAUserIsDeletedIsFinishedInEveryRegionByTheNextUnlock() {
        try (var vault = fixture.unlock()) {
            vault.client().call(eva());
        }
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        var home = temporary.resolve("work/test.keyhold");
        Snapshots.copy(fixture.folder, home);
        Snapshots.copy(stick, temporary.resolve("work/media/stick"));
        try (var vault = fixture.vaults(snapshots).unlock(home, owner())) {
            vault.client().call(new DeleteUser.Request("eva"));
        }

        assertThat(snapshots.folders()).hasSizeGreaterThan(6);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(
                    killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(names(vault.in(IRELAND))).as(killed.toString()).isEqualTo(names(vault));
                assertThat(region(vault).behindSince()).as(killed.toString()).isEmpty();
            }
            assertThat(killed.resolve("media/stick/vault.json"))
                    .hasSameBinaryContentAs(killed.resolve("test.keyhold/vault.json"));
        }
    }

    private ListRegions.Region region(OpenVault vault) {
        return vault.client().call(new ListRegions.Request()).regions().stream()
                .filter(region -> region.region().equals(IRELAND))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(OpenVault vault) {
        return vault.client().call(new ListUsers.Request()).users().stream()
                .map(ListUsers.User::userName)
                .toList();
    }

    private void unplug() throws IOException {
        Files.move(stick, unplugged);
    }

    private void plugIn() throws IOException {
        Files.move(unplugged, stick);
    }

    /// On a computer that sees nothing but what is given to it.
    private Vaults vaultsOfAnother() {
        return new Vaults(fixture.clock, temporary.resolve("state of another"), Attendant.NONE);
    }

    private static Unlocking owner() {
        return VaultFixture.as("owner", VaultFixture.PASSPHRASE);
    }

    private static AddRegion.Request adding(String region, Path folder) {
        return new AddRegion.Request(region, folder.toString(), Optional.empty());
    }

    private static CreateUser.Request eva() {
        return new CreateUser.Request(
                "eva", Optional.of(VaultFixture.secret("eva's own")), Optional.empty(), "ADMINISTRATOR");
    }

    private static void conflict(ThrowingCallable call) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .extracting(KmsException::fault)
                .isEqualTo(Fault.ConflictException);
    }

    private static void refused(Kind kind, ThrowingCallable call) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(call)
                .extracting(VaultException::kind)
                .isEqualTo(kind);
    }
}
