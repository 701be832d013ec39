package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.vault.VaultException.Kind;
import app.keyhold.vault.operation.ChangePassphrase;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.LaterWrites;
import app.keyhold.vault.operation.ListRegions;
import app.keyhold.vault.operation.PromoteRegion;
import app.keyhold.vault.operation.RemoveRegion;
import app.keyhold.vault.operation.SettleRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A home comes back after another Region took its place.
@BesideOthers
class HomeReturnsTest extends ThreeRegions {
    @Test
    void aHomeThatComesBackIsARegionAndWhatItDidMeanwhileIsShownForDecision() throws IOException {
        splitBrain();

        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            assertThat(vault.regions()).containsExactly(IRELAND, MUMBAI, HOME);
            assertThat(names(vault.in(HOME))).containsExactly("owner", "dave", "eva");
            assertThat(region(vault, HOME).laterWrites())
                    .extracting(LaterWrites.Write::event)
                    .containsExactly("CreateUser", "PutUserPolicy", "ChangePassphrase", "ChangeSettings");
            assertThat(region(vault, HOME).laterWrites().getFirst().about()).containsExactly("carol");
            assertThat(region(vault, HOME).behindSince()).isEmpty();
            assertThat(vault.in(MUMBAI).client().call(new CheckVault.Request()).findings())
                    .anyMatch(finding -> finding.what().contains("4 are to be decided"));
        }
        assertThat(fixture.folder.resolve("vault.json")).hasSameBinaryContentAs(ireland.resolve("vault.json"));
        // Its own passphrase of meanwhile counts no more, and the computer that knows its later header takes the new one.
        refused(Kind.WRONG_PASSPHRASE, () -> fixture.unlock("owner", "a new one"));
        try (var vault = elsewhere().unlock(fixture.folder, owner())) {
            assertThat(region(vault, HOME).laterWrites()).hasSize(4);
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(new SettleRegion.Request(HOME)));
            assertThat(vault.client().call(new SettleRegion.Request(HOME)).settled()).isEqualTo(4);
            assertThat(region(vault, HOME).laterWrites()).isEmpty();
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
        }
    }

    @Test
    void aHomeThatDidNothingMeanwhileComesBackWithoutAWord() throws IOException {
        var home = hide(fixture.folder);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
        }
        Files.move(home, fixture.folder);

        try (var vault = fixture.unlock()) {
            assertThat(region(vault, HOME).laterWrites()).isEmpty();
            assertThat(region(vault, HOME).behindSince()).isEmpty();
        }
    }

    @Test
    void aHomeThatComesBackIsNotTakenInWhileThePresentOneIsAway() throws IOException {
        splitBrain();
        hide(ireland);

        refused(Kind.REFUSED_FOR_SAFETY, () -> fixture.vaults().unlock(fixture.folder, owner()));
        try (var vault = fixture.vaults().unlock(mumbai, owner())) {
            assertThat(vault.regions()).containsExactly(MUMBAI);
            assertThat(region(vault, HOME).trouble().orElseThrow()).contains("missed that eu-west-1 became the home");
        }
    }

    @Test
    void aKillWhileTheOldHomeComesBackLosesNothingThatIsToBeDecided() throws IOException {
        splitBrain();
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        Files.createDirectory(temporary.resolve("work"));
        Files.move(ireland, temporary.resolve("work/ireland"));
        Files.move(mumbai, temporary.resolve("work/mumbai"));
        Files.move(fixture.folder, temporary.resolve("work/test.keyhold"));
        fixture.vaults(snapshots).unlock(temporary.resolve("work/ireland"), owner()).close();

        assertThat(snapshots.folders()).hasSizeGreaterThan(8);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(region(vault, HOME).laterWrites())
                        .as(killed.toString())
                        .extracting(LaterWrites.Write::event)
                        .containsExactly("CreateUser", "PutUserPolicy", "ChangePassphrase", "ChangeSettings");
                assertThat(names(vault)).containsExactly("owner", "dave", "eva");
                assertThat(vault.client().call(new ListRegions.Request()).regions())
                        .allMatch(region -> region.waiting() == 0);
            }
        }
    }

    @Test
    void ofTwoHomesNoneIsChosenWithoutAWordAndAPersonDecides() throws IOException {
        twoHomes();

        // The folder of neither says which is right.
        refused(Kind.RIVAL_HOME, () -> fixture.unlock());
        try (var vault = fixture.vaults().unlock(mumbai, owner())) {
            assertThat(names(vault)).containsExactly("owner", "dave", "eva");
            assertThat(region(vault, IRELAND).trouble().orElseThrow())
                    .contains("Both ap-south-1 and eu-west-1 (says " + ireland);
            refused(Fault.ConflictException, () -> vault.client()
                            .call(new PromoteRegion.Request(MUMBAI, Optional.empty())))
                    .withMessageContaining("keyhold region promote ap-south-1 --force");
            vault.client().call(promoting(MUMBAI));
        }

        try (var vault = fixture.unlock()) {
            assertThat(vault.regions()).containsExactly(MUMBAI, IRELAND, HOME);
            assertThat(names(vault.in(IRELAND))).containsExactly("owner", "dave", "eva");
            assertThat(region(vault, IRELAND).laterWrites())
                    .extracting(LaterWrites.Write::event)
                    .containsExactly("PromoteRegion", "CreateUser");
            assertThat(region(vault, HOME).laterWrites()).isEmpty();
        }
    }

    @Test
    void aLostHomeThatWasRemovedDoesNotComeBack() throws IOException {
        var home = hide(fixture.folder);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            vault.client().call(new RemoveRegion.Request(HOME, Optional.of(true)));
            assertThat(vault.client().call(new ListRegions.Request()).regions()).hasSize(2);
        }
        Files.move(home, fixture.folder);

        refused(Kind.REFUSED_FOR_SAFETY, fixture::unlock);
        fixture.vaults().unlock(mumbai, owner()).close();
    }

    /// At home carol is made and passphrase and settings change, while Ireland has become the home and makes dave.
    private void splitBrain() throws IOException {
        var home = hide(fixture.folder);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            vault.client().call(user("dave"));
        }
        var away = hide(ireland);
        var alsoAway = hide(mumbai);
        Files.move(home, fixture.folder);
        try (var vault = elsewhere().unlock(fixture.folder, owner())) {
            vault.client().call(user("carol"));
            vault.client().call(new PutUserPolicy.Request(POLICY, "no", "eva"));
            vault.client().call(newPassphrase());
            vault.client().call(new ChangeSettings.Request(Optional.of(365), Optional.of(true)));
        }
        Files.move(away, ireland);
        Files.move(alsoAway, mumbai);
    }

    private void twoHomes() throws IOException {
        var home = hide(fixture.folder);
        var other = hide(mumbai);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            vault.client().call(user("carol"));
        }
        var first = hide(ireland);
        Files.move(other, mumbai);
        try (var vault = fixture.vaults().unlock(mumbai, owner())) {
            vault.client().call(promoting(MUMBAI));
            vault.client().call(user("dave"));
        }
        Files.move(first, ireland);
        Files.move(home, fixture.folder);
    }
}
