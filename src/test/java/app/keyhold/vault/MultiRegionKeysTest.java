package app.keyhold.vault;

import static app.keyhold.vault.RegionalVault.CONTEXT;
import static app.keyhold.vault.RegionalVault.HOME;
import static app.keyhold.vault.RegionalVault.IRELAND;
import static app.keyhold.vault.RegionalVault.MUMBAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegionConfiguration.MultiRegionKey;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.key.CancelKeyDeletion;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.key.ScheduleKeyDeletion;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import app.keyhold.kms.operation.rotation.EnableKeyRotation;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import app.keyhold.kms.operation.rotation.ListKeyRotations;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.kms.operation.schedule.DeleteKey;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.vault.operation.CheckVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Multi-Region keys of a vault with three Regions.
@BesideOthers
class MultiRegionKeysTest {
    @TempDir
    Path temporary;

    private RegionalVault regions;

    @BeforeEach
    void makeAVaultWithThreeRegions() throws IOException {
        regions = new RegionalVault(temporary);
    }

    @Test
    void aMultiRegionKeyShowsInItsIdAndBeginsAsAPrimaryWithoutReplicas() {
        var made = regions.inVault(vault -> vault.client().call(CreateKey.Request.symmetric("").withMultiRegion()).keyMetadata());

        assertThat(made.keyId()).matches("mrk-[0-9a-f]{32}");
        assertThat(made.multiRegion()).isTrue();
        var family = made.multiRegionConfiguration().orElseThrow();
        assertThat(family.multiRegionKeyType()).isEqualTo("PRIMARY");
        assertThat(family.primaryKey()).isEqualTo(new MultiRegionKey(made.arn(), HOME));
        assertThat(family.replicaKeys()).isEmpty();
    }

    @Test
    void aReplicaIsAnsweredAsCreatingAndIsThereSoon() {
        String id = regions.primary();
        var answer = regions.inVault(vault -> vault.client()
                .call(new ReplicateKey.Request(
                        Optional.empty(), Optional.of("the Irish one"), id, Optional.empty(), IRELAND, List.of())));

        assertThat(answer.replicaKeyMetadata().keyState()).isEqualTo(KeyState.Creating);
        assertThat(answer.replicaKeyMetadata().currentKeyMaterialId()).isEmpty();
        assertThat(answer.replicaPolicy()).contains("Enable IAM User Permissions");
        var replica = regions.describe(IRELAND, id);
        assertThat(replica.keyState()).isEqualTo(KeyState.Enabled);
        assertThat(replica.arn()).isEqualTo("arn:aws:kms:eu-west-1:111122223333:key/" + id);
        assertThat(replica.description()).isEqualTo("the Irish one");
        assertThat(replica.multiRegionConfiguration().orElseThrow().multiRegionKeyType()).isEqualTo("REPLICA");
        assertThat(replica.currentKeyMaterialId()).isEqualTo(regions.describe(HOME, id).currentKeyMaterialId());
        assertThat(RegionalVault.replicasOf(regions.describe(HOME, id))).containsExactly(IRELAND);
    }

    @Test
    void whatOneEncryptsItsRelativesDecrypt() {
        String id = regions.replicated(IRELAND, MUMBAI);
        Blob atHome = regions.encrypt(HOME, id, "from home");
        Blob inMumbai = regions.encrypt(MUMBAI, id, "from Mumbai");

        assertThat(regions.decrypt(IRELAND, atHome)).isEqualTo("from home");
        assertThat(regions.decrypt(IRELAND, inMumbai)).isEqualTo("from Mumbai");
        assertThat(regions.decrypt(HOME, inMumbai)).isEqualTo("from Mumbai");
    }

    @Test
    void anAsymmetricReplicaHasTheSamePublicKey() {
        String id = regions.inVault(vault -> {
            var made = vault.client()
                    .call(CreateKey.Request.of(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY, "")
                            .withMultiRegion())
                    .keyMetadata();
            vault.client().call(ReplicateKey.Request.of(made.keyId(), IRELAND));
            return made.keyId();
        });

        assertThat(regions.publicKey(IRELAND, id)).isEqualTo(regions.publicKey(HOME, id));
    }

    @Test
    void policyAndStateAreEachRelativesOwn() {
        String id = regions.replicated(IRELAND);
        regions.inVault(vault -> vault.in(IRELAND).client().call(new DisableKey.Request(id)));

        assertThat(regions.describe(HOME, id).keyState()).isEqualTo(KeyState.Enabled);
        assertThat(regions.describe(IRELAND, id).keyState()).isEqualTo(KeyState.Disabled);
        String policy = regions.inVault(
                vault -> vault.in(IRELAND).client().call(GetKeyPolicy.Request.of(id)).policy());
        assertThat(policy).contains("Enable IAM User Permissions");
    }

    @Test
    void onlyAPrimaryIsReplicatedOnlyOnceAndOnlyWhereTheVaultIs() {
        String id = regions.replicated(IRELAND);

        regions.inVault(vault -> {
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(ReplicateKey.Request.of(id, MUMBAI)));
            refused(Fault.AlreadyExistsException, () -> vault.client().call(ReplicateKey.Request.of(id, IRELAND)));
            refused(Fault.AlreadyExistsException, () -> vault.client().call(ReplicateKey.Request.of(id, HOME)));
            refused(Fault.ValidationException, () -> vault.client().call(ReplicateKey.Request.of(id, "us-west-2")));
            String single = vault.client().call(CreateKey.Request.symmetric("")).keyMetadata().keyId();
            refused(Fault.UnsupportedOperationException, () -> vault.client()
                    .call(ReplicateKey.Request.of(single, IRELAND)));
            return vault;
        });
    }

    @Test
    void rotationIsSetAtThePrimaryAndSharedByAll() {
        String id = regions.replicated(IRELAND);
        regions.inVault(vault -> {
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(EnableKeyRotation.Request.of(id)));
            return vault.client().call(EnableKeyRotation.Request.of(id, 90));
        });

        var shared = regions.inVault(vault -> vault.in(IRELAND).client().call(new GetKeyRotationStatus.Request(id)));
        assertThat(shared.keyRotationEnabled()).isTrue();
        assertThat(shared.rotationPeriodInDays()).contains(90);
    }

    @Test
    void newMaterialComesIntoForceOnceTheReplicasHoldIt() {
        String id = regions.replicated(IRELAND);
        String before = regions.describe(HOME, id).currentKeyMaterialId().orElseThrow();
        regions.inVault(vault -> {
            vault.client().call(new RotateKeyOnDemand.Request(id));
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(new RotateKeyOnDemand.Request(id)));
            return vault;
        });

        String after = regions.describe(HOME, id).currentKeyMaterialId().orElseThrow();
        assertThat(after).isNotEqualTo(before);
        assertThat(regions.describe(IRELAND, id).currentKeyMaterialId()).contains(after);
        assertThat(regions.decrypt(IRELAND, regions.encrypt(HOME, id, "new"))).isEqualTo("new");
        var listed = regions.inVault(vault -> vault.in(IRELAND)
                .client()
                .call(ListKeyRotations.Request.of(id, IncludeKeyMaterial.ALL_KEY_MATERIAL))
                .rotations());
        assertThat(listed)
                .extracting(entry -> entry.keyMaterialState().orElseThrow())
                .containsExactly(KeyMaterialState.NON_CURRENT, KeyMaterialState.CURRENT);
    }

    @Test
    void aRotationDoesNotWaitForARegionThatIsAwayWhichCatchesUpLater() throws IOException {
        String id = regions.replicated(IRELAND, MUMBAI);
        regions.unplug(MUMBAI);
        regions.inVault(vault -> vault.client().call(new RotateKeyOnDemand.Request(id)));
        Blob rotated = regions.encrypt(IRELAND, id, "rotated");
        assertThat(regions.region(MUMBAI).behindSince()).isPresent();

        regions.plugIn(MUMBAI);
        regions.inVault(vault -> vault);

        assertThat(regions.region(MUMBAI).behindSince()).isEmpty();
        assertThat(regions.decrypt(MUMBAI, rotated)).isEqualTo("rotated");
        assertThat(regions.describe(MUMBAI, id).currentKeyMaterialId())
                .isEqualTo(regions.describe(HOME, id).currentKeyMaterialId());
    }

    @Test
    void aReplicaInARegionThatIsAwayIsMadeWhenItComesBack() throws IOException {
        String id = regions.primary();
        regions.unplug(IRELAND);
        regions.inVault(vault -> vault.client().call(ReplicateKey.Request.of(id, IRELAND)));
        assertThat(RegionalVault.replicasOf(regions.describe(HOME, id))).containsExactly(IRELAND);

        regions.plugIn(IRELAND);
        regions.inVault(vault -> vault);

        assertThat(regions.describe(IRELAND, id).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aReplicaBecomesThePrimaryAndThePrimaryItsReplica() {
        String id = regions.replicated(IRELAND, MUMBAI);
        regions.inVault(vault -> vault.client().call(new UpdatePrimaryRegion.Request(id, IRELAND)));

        for (String region : List.of(HOME, IRELAND, MUMBAI)) {
            var family = regions.describe(region, id).multiRegionConfiguration().orElseThrow();
            assertThat(family.primaryKey().region()).as(region).isEqualTo(IRELAND);
            assertThat(family.replicaKeys()).extracting(MultiRegionKey::region).containsExactlyInAnyOrder(HOME, MUMBAI);
            assertThat(family.multiRegionKeyType()).isEqualTo(region.equals(IRELAND) ? "PRIMARY" : "REPLICA");
            assertThat(regions.describe(region, id).keyState()).isEqualTo(KeyState.Enabled);
        }
        regions.inVault(vault -> vault.in(IRELAND).client().call(new RotateKeyOnDemand.Request(id)));
        assertThat(regions.decrypt(HOME, regions.encrypt(IRELAND, id, "by the new primary"))).isEqualTo("by the new primary");
    }

    @Test
    void thePrimaryIsNotMovedWhileARelativeIsOutOfReach() throws IOException {
        String id = regions.replicated(IRELAND, MUMBAI);
        regions.unplug(MUMBAI);

        regions.inVault(vault -> {
            refused(Fault.KMSInvalidStateException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, IRELAND)));
            refused(Fault.UnsupportedOperationException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, HOME)));
            refused(Fault.NotFoundException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, "us-west-2")));
            return vault;
        });
        assertThat(regions.describe(HOME, id).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aPrimaryIsDeletedOnlyAfterItsLastReplica() {
        String id = regions.replicated(IRELAND);
        var scheduled = regions.inVault(vault -> vault.client().call(ScheduleKeyDeletion.Request.of(id, 7)));
        assertThat(scheduled.keyState()).isEqualTo(KeyState.PendingReplicaDeletion);
        assertThat(scheduled.deletionDate()).isEmpty();
        assertThat(regions.describe(HOME, id).pendingDeletionWindowInDays()).contains(7);

        regions.inVault(vault -> vault.in(IRELAND).client().call(ScheduleKeyDeletion.Request.of(id, 7)));
        regions.now = regions.now.plus(Duration.ofDays(8));
        var deleted = regions.inVault(_ -> regions.schedules.get(IRELAND).call(new DeleteKey.Request(id)));

        assertThat(deleted.relatedKeys()).containsExactly("arn:aws:kms:us-east-1:111122223333:key/" + id);

        var waiting = regions.describe(HOME, id);
        assertThat(waiting.keyState()).isEqualTo(KeyState.PendingDeletion);
        assertThat(waiting.deletionDate()).contains(regions.now.plus(Duration.ofDays(7)));
        assertThat(RegionalVault.replicasOf(waiting)).isEmpty();
    }

    @Test
    void aCancelledDeletionOfAPrimaryWaitsForNothingAnyMore() {
        String id = regions.replicated(IRELAND);
        regions.inVault(vault -> {
            vault.client().call(ScheduleKeyDeletion.Request.of(id, 7));
            return vault.client().call(new CancelKeyDeletion.Request(id));
        });

        assertThat(regions.describe(HOME, id).keyState()).isEqualTo(KeyState.Disabled);
        assertThat(regions.describe(HOME, id).pendingDeletionWindowInDays()).isEmpty();
    }

    @Test
    void eachStepIsAnEventInTheRegionWhereItHappens() {
        String id = regions.replicated(IRELAND);

        assertThat(regions.events(HOME, id)).containsExactly("ReplicateKey", "CreateKey");
        assertThat(regions.events(IRELAND, id)).containsExactly("SynchronizeMultiRegionKey", "CreateKey");
        regions.inVault(vault -> {
            for (String region : List.of(HOME, IRELAND)) {
                var verified = vault.in(region).client().call(new VerifyTrail.Request("screen"));
                assertThat(verified.brokenAt()).isEmpty();
            }
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
            return vault;
        });
    }

    @Test
    void withTheHomeGoneAReplicaAloneDecryptsWhatAnyOfThemEncrypted() throws IOException {
        String id = regions.replicated(IRELAND);
        regions.inVault(vault -> vault.client().call(new RotateKeyOnDemand.Request(id)));
        Blob sealed = regions.encrypt(HOME, id, "kept");
        Files.move(regions.fixture.folder, temporary.resolve("lost"));
        Files.move(regions.place(MUMBAI), temporary.resolve("lost too"));

        try (var vault = regions.fixture.vaults().unlock(regions.place(IRELAND), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            assertThat(vault.regions()).containsExactly(IRELAND);
            assertThat(VaultFixture.text(
                            vault.client().call(Decrypt.Request.of(sealed, CONTEXT)).plaintext()))
                    .isEqualTo("kept");
        }
    }

    /// At every step of replication, rotation and a change of the primary: the next unlock finishes what was begun.
    @Test
    void aKillAtAnyStepIsFinishedByTheNextUnlock() throws IOException {
        String id = regions.primary();
        var work = temporary.resolve("work");
        Snapshots.copy(regions.fixture.folder, work.resolve("test.keyhold"));
        Snapshots.copy(temporary.resolve("media"), work.resolve("media"));
        // Places are absolute: without the originals only the copies can be found.
        Files.move(regions.fixture.folder, temporary.resolve("hidden"));
        Files.move(temporary.resolve("media"), temporary.resolve("hidden media"));
        var snapshots = new Snapshots(work, temporary.resolve("kills"));
        var owner = VaultFixture.as("owner", VaultFixture.PASSPHRASE);
        try (var vault = regions.fixture.vaults(snapshots).unlock(work.resolve("test.keyhold"), owner)) {
            vault.client().call(ReplicateKey.Request.of(id, IRELAND));
        }
        try (var vault = regions.fixture.vaults(snapshots)
                .unlock(work.resolve("test.keyhold"), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new RotateKeyOnDemand.Request(id));
        }
        try (var vault = regions.fixture.vaults(snapshots)
                .unlock(work.resolve("test.keyhold"), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new UpdatePrimaryRegion.Request(id, IRELAND));
        }
        Files.move(work, temporary.resolve("finished"));

        assertThat(snapshots.folders()).hasSizeGreaterThan(10);
        for (var killed : snapshots.folders()) {
            try (var vault = regions.fixture.unlockKilled(
                    killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                var home = vault.client().call(DescribeKey.Request.of(id)).keyMetadata();
                for (String region : RegionalVault.replicasOf(home).isEmpty() ? List.<String>of() : List.of(HOME, IRELAND)) {
                    var there = vault.in(region).client().call(DescribeKey.Request.of(id)).keyMetadata();
                    assertThat(there.keyState()).as(killed + " " + region).isEqualTo(KeyState.Enabled);
                    assertThat(there.currentKeyMaterialId()).isEqualTo(home.currentKeyMaterialId());
                    assertThat(there.multiRegionConfiguration().orElseThrow().primaryKey())
                            .isEqualTo(home.multiRegionConfiguration().orElseThrow().primaryKey());
                }
                assertThat(vault.client().call(new CheckVault.Request()).findings())
                        .as(killed.toString())
                        .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
            }
        }
    }

    private static void refused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .extracting(KmsException::fault)
                .isEqualTo(fault);
    }
}
