package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.kms.Fault;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.identity.PutUserPolicy;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.ChangeSettings;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.CreateUser;
import app.keyhold.vault.operation.DeleteUser;
import app.keyhold.vault.operation.PromoteRegion;
import app.keyhold.vault.operation.Rekey;
import app.keyhold.vault.operation.RemoveRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The home Region's disk is gone: for now, or for good.
@BesideOthers
class HomeLostTest extends ThreeRegions {
    @Test
    void aRegionsFolderAloneOpensWithThePassphraseAndIsWorkedIn() throws IOException {
        String key;
        try (var vault = fixture.unlock()) {
            key = vault.in(IRELAND).client().call(CreateKey.Request.symmetric("")).keyMetadata().keyId();
        }
        hide(fixture.folder);
        hide(mumbai);

        try (var vault = elsewhere().unlock(ireland, owner())) {
            assertThat(vault.regions()).containsExactly(IRELAND);
            assertThat(vault.client().call(DescribeKey.Request.of(key)).keyMetadata().keyId()).isEqualTo(key);
            var sealed = vault.client()
                    .call(Encrypt.Request.of(key, VaultFixture.secret("plain"), Map.of()))
                    .ciphertextBlob();
            var opened = vault.client().call(Decrypt.Request.of(sealed, Map.of())).plaintext();
            assertThat(VaultFixture.text(opened)).isEqualTo("plain");
            assertThat(vault.client().call(new VerifyTrail.Request("screen")).brokenAt()).isEmpty();
        }
    }

    @Test
    void everybodyOpensIt() throws IOException {
        hide(fixture.folder);

        elsewhere().unlock(ireland, VaultFixture.as("eva", "eva's own")).close();
    }

    @Test
    void whatIsAdministeredAtHomeIsRefusedThereWithTheNextStep() throws IOException {
        hide(fixture.folder);

        try (var vault = elsewhere().unlock(ireland, owner())) {
            for (var change : List.<ThrowingCallable>of(
                    () -> vault.client().call(user("carol")),
                    () -> vault.client().call(new DeleteUser.Request("eva")),
                    () -> vault.client().call(new PutUserPolicy.Request(POLICY, "no", "eva")),
                    () -> vault.client().call(new ChangeSettings.Request(Optional.of(365), Optional.empty())),
                    () -> vault.client().call(new ChangeSettings.Request(Optional.empty(), Optional.of(true))),
                    () -> vault.client().call(newPassphrase()),
                    () -> vault.client().call(adding("sa-east-1", temporary.resolve("fourth"))))) {
                refused(Fault.UnsupportedOperationException, change)
                        .withMessageContaining("administered in the home Region us-east-1; this is eu-west-1. It is away: "
                                + "connect its disk, or make this Region the home: keyhold region promote eu-west-1 --force");
            }
            assertThat(names(vault)).containsExactly("owner", "eva");
        }
        assertThat(temporary.resolve("fourth")).doesNotExist();
    }

    @Test
    void aPromotedRegionAdministersPeoplePassphrasesAndRegions() throws IOException {
        hide(fixture.folder);

        try (var vault = elsewhere().unlock(ireland, owner())) {
            var answer = vault.client().call(promoting(IRELAND));
            assertThat(answer.previousHome()).isEqualTo(HOME);
            assertThat(answer.forced()).isTrue();
            vault.client().call(user("carol"));
            vault.client().call(new PutUserPolicy.Request(POLICY, "no", "eva"));
            vault.client().call(newPassphrase());
            vault.client().call(adding("sa-east-1", temporary.resolve("fourth")));
            assertThat(vault.regions()).containsExactly(IRELAND, MUMBAI, "sa-east-1");
            assertThat(names(vault.in(MUMBAI))).containsExactly("owner", "carol", "eva");
            assertThat(region(vault, IRELAND).home()).isTrue();
            assertThat(region(vault, HOME).oldHeader()).isTrue();
        }
        try (var vault = elsewhere().unlock(mumbai, VaultFixture.as("owner", "a new one"))) {
            assertThat(vault.regions()).containsExactly(IRELAND, MUMBAI, "sa-east-1");
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
        }
        assertThat(mumbai.resolve("vault.json")).hasSameBinaryContentAs(ireland.resolve("vault.json"));
    }

    @Test
    void aRegionIsMadeTheHomeInTheHomesAbsenceByForceOnly() throws IOException {
        hide(fixture.folder);

        try (var vault = elsewhere().unlock(ireland, owner())) {
            refused(Fault.ConflictException, () -> vault.client()
                            .call(new PromoteRegion.Request(IRELAND, Optional.empty())))
                    .withMessageContaining("keyhold region promote eu-west-1 --force");
            refused(Fault.UnsupportedOperationException, () -> vault.client().call(promoting(MUMBAI)))
                    .withMessageContaining("--region ap-south-1");
            refused(Fault.NotFoundException, () -> vault.client().call(promoting("sa-east-1")));
            refused(Fault.AlreadyExistsException, () -> vault.client().call(promoting(HOME)));
        }
    }

    @Test
    void whoeverMayNotPromoteDoesNot() throws IOException {
        try (var vault = fixture.unlock()) {
            vault.client().call(new CreateUser.Request(
                    "carol", Optional.of(VaultFixture.secret("carol's")), Optional.empty(), "KEY_USER"));
        }
        hide(fixture.folder);

        try (var vault = elsewhere().unlock(ireland, VaultFixture.as("carol", "carol's"))) {
            refused(Fault.AccessDeniedException, () -> vault.client().call(promoting(IRELAND)));
        }
    }

    @Test
    void whileTheHomeIsHereItHandsOverItself() {
        try (var vault = fixture.unlock()) {
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND).client().call(promoting(IRELAND)))
                    .withMessageContaining("--region us-east-1");
            var answer = vault.client().call(new PromoteRegion.Request(IRELAND, Optional.empty()));
            assertThat(answer.forced()).isFalse();
            assertThat(vault.regions()).containsExactly(IRELAND, MUMBAI, HOME);
            refused(Fault.UnsupportedOperationException, () -> vault.client().call(user("carol")))
                    .withMessageContaining("this is us-east-1. Ask there.");
            refused(Fault.UnsupportedOperationException, () -> vault.client()
                    .call(new PutUserPolicy.Request(POLICY, "no", "eva")));
            vault.in(IRELAND).client().call(user("carol"));
            assertThat(names(vault)).containsExactly("owner", "carol", "eva");
            assertThat(region(vault, HOME).laterWrites()).isEmpty();
        }
        fixture.unlock("carol", "carol's own").close();
        assertThat(fixture.folder.resolve("vault.json")).hasSameBinaryContentAs(ireland.resolve("vault.json"));
    }

    @Test
    void aHomeHandsOverOnlyOnceEverybodyHasWhatItLeft() throws IOException {
        hide(mumbai);
        try (var vault = fixture.unlock()) {
            vault.client().call(user("carol"));
            refused(Fault.ConflictException, () -> vault.client().call(promoting(IRELAND)))
                    .withMessageContaining("The Region ap-south-1 has not taken over everything yet");
            refused(Fault.ConflictException, () -> vault.client().call(promoting(MUMBAI)))
                    .withMessageContaining("is away");
            vault.client().call(new RemoveRegion.Request(MUMBAI, Optional.of(true)));
            vault.client().call(promoting(IRELAND));
        }
    }

    @Test
    void nothingIsPromotedWhereThereIsOneRegionOrARekeyHasBegun() throws IOException {
        var alone = new VaultFixture(Files.createDirectory(temporary.resolve("alone")));
        try (var vault = alone.create()) {
            refused(Fault.UnsupportedOperationException, () -> vault.client().call(promoting(HOME)))
                    .withMessageContaining("has one Region");
        }
        try (var vault = fixture.unlock()) {
            vault.client()
                    .call(new Rekey.Request("owner", VaultFixture.secret(VaultFixture.PASSPHRASE), Optional.empty()))
                    .sheet()
                    .close();
            refused(Fault.ConflictException, () -> vault.client().call(promoting(IRELAND)))
                    .withMessageContaining("A rekey has begun");
        }
    }

    /// Mumbai saw that eva was deleted, Ireland did not: it must not let her in again.
    @Test
    void theRegionThatHasSeenMostOfTheHomeIsTheOneToPromote() throws IOException {
        var later = hide(ireland);
        try (var vault = fixture.unlock()) {
            vault.client().call(new DeleteUser.Request("eva"));
        }
        hide(fixture.folder);
        Files.move(later, ireland);

        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            refused(Fault.ConflictException, () -> vault.client().call(promoting(IRELAND)))
                    .withMessageContaining("keyhold region promote ap-south-1 --force");
            vault.in(MUMBAI).client().call(promoting(MUMBAI));
            assertThat(names(vault)).containsExactly("owner");
        }
    }

    @Test
    void aBackupThatWasMadeWithoutTheHomeBecomesAVaultThatIsAdministered() throws IOException {
        var backup = temporary.resolve("without the home.tar");
        hide(fixture.folder);
        try (var vault = elsewhere().unlock(ireland, owner())) {
            vault.client().call(new Backup.Request(backup.toString()));
        }

        try (var vault = elsewhere().restore(backup, temporary.resolve("restored"), owner())) {
            assertThat(vault.regions()).hasSize(2).doesNotContain(HOME);
            vault.in(vault.regions().getFirst()).client().call(user("carol"));
            assertThat(names(vault.in(vault.regions().getLast()))).containsExactly("owner", "carol", "eva");
        }
    }

    @Test
    void theCheckLooksAtEveryRegionInReachAndNamesTheOthers() throws IOException {
        Files.setPosixFilePermissions(ireland.resolve("vault.json"), PosixFilePermissions.fromString("rw-r--r--"));
        hide(mumbai);

        try (var vault = fixture.unlock()) {
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .extracting(CheckVault.Finding::about)
                    .contains("eu-west-1: " + ireland.resolve("vault.json"), "Region ap-south-1");
        }
    }

    /// At every step the Region opens alone: it is the home, or it is as if nobody had asked.
    @Test
    void aKillDuringAForcedPromotionLeavesTheOldHomeOrTheNewOne() throws IOException {
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        Snapshots.copy(ireland, temporary.resolve("work/ireland"));
        Snapshots.copy(mumbai, temporary.resolve("work/mumbai"));
        Snapshots.copy(fixture.folder, temporary.resolve("at home"));
        hide(fixture.folder);
        hide(ireland);
        hide(mumbai);
        try (var vault = fixture.vaults(snapshots).unlock(temporary.resolve("work/ireland"), owner())) {
            vault.client().call(promoting(IRELAND));
        }

        int promoted = 0;
        assertThat(snapshots.folders()).hasSizeGreaterThan(8);
        for (var killed : snapshots.folders()) {
            boolean home;
            try (var vault = fixture.unlockKilled(killed.resolve("ireland"), "owner", VaultFixture.PASSPHRASE)) {
                home = region(vault, IRELAND).home();
                if (home) {
                    vault.client().call(user("carol"));
                    assertThat(names(vault.in(MUMBAI))).as(killed.toString()).contains("carol");
                } else {
                    refused(Fault.UnsupportedOperationException, () -> vault.client().call(user("carol")));
                    refused(Fault.UnsupportedOperationException, () -> vault.client()
                            .call(new PutUserPolicy.Request(POLICY, "no", "eva")));
                    vault.client().call(promoting(IRELAND));
                }
            }
            promoted += home ? 1 : 0;
            // The lost home comes back to what the kill left.
            Snapshots.copy(temporary.resolve("at home"), killed.resolve("test.keyhold"));
            try (var vault = fixture.unlockKilled(killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(vault.regions()).as(killed.toString()).containsExactly(IRELAND, MUMBAI, HOME);
                assertThat(names(vault)).isEqualTo(names(vault.in(IRELAND)));
            }
        }
        assertThat(promoted).isBetween(1, snapshots.folders().size() - 1);
    }

    @Test
    void aKillWhileTheHomeIsHandedOverLeavesOneHome() throws IOException {
        var snapshots = new Snapshots(temporary.resolve("work"), temporary.resolve("kills"));
        Snapshots.copy(ireland, temporary.resolve("work/ireland"));
        Snapshots.copy(mumbai, temporary.resolve("work/mumbai"));
        Snapshots.copy(fixture.folder, temporary.resolve("work/test.keyhold"));
        try (var vault = fixture.vaults(snapshots).unlock(temporary.resolve("work/test.keyhold"), owner())) {
            vault.client().call(promoting(IRELAND));
        }

        int promoted = 0;
        assertThat(snapshots.folders()).hasSizeGreaterThan(8);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(killed.resolve("mumbai"), "owner", VaultFixture.PASSPHRASE)) {
                assertThat(vault.regions()).as(killed.toString()).hasSize(3);
                var home = vault.regions().getFirst();
                promoted += home.equals(IRELAND) ? 1 : 0;
                vault.in(home).client().call(user("carol"));
                for (var region : vault.regions()) {
                    assertThat(names(vault.in(region))).as(killed.toString()).containsExactly("owner", "carol", "eva");
                    if (!region.equals(home)) {
                        refused(Fault.UnsupportedOperationException, () -> vault.in(region)
                                .client()
                                .call(new PutUserPolicy.Request(POLICY, "no", "eva")));
                    }
                }
            }
        }
        assertThat(promoted).isBetween(1, snapshots.folders().size() - 1);
    }
}
