package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.keyhold.crypto.Blob;
import app.keyhold.crypto.KeySpec;
import app.keyhold.crypto.KeyUsage;
import app.keyhold.kms.Client;
import app.keyhold.kms.Fault;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.key.IncludeKeyMaterial;
import app.keyhold.kms.key.KeyMaterialState;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.key.MultiRegionConfiguration.MultiRegionKey;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
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
import app.keyhold.kms.operation.screen.LookupEvents;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.kms.operation.signing.GetPublicKey;
import app.keyhold.vault.operation.AddRegion;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.ListRegions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Multi-Region keys of a vault with three Regions, each a folder of its own. What one session leaves for the other
/// Regions is done by its end.
class MultiRegionKeysTest {
    private static final String HOME = "us-east-1";
    private static final String IRELAND = "eu-west-1";
    private static final String MUMBAI = "ap-south-1";
    private static final Map<String, String> CONTEXT = Map.of("for", "all Regions");

    @TempDir
    Path temporary;

    private VaultFixture fixture;
    private Instant now = VaultFixture.NOW;
    private final Map<String, Client> schedules = new HashMap<>();

    @BeforeEach
    void makeAVaultWithThreeRegions() throws IOException {
        fixture = new VaultFixture(temporary);
        Files.createDirectory(temporary.resolve("media"));
        fixture.create().close();
        inVault(vault -> {
            vault.client().call(adding(IRELAND));
            vault.client().call(adding(MUMBAI));
            return vault;
        });
    }

    @Test
    void aMultiRegionKeyShowsInItsIdAndBeginsAsAPrimaryWithoutReplicas() {
        var made = inVault(vault -> vault.client().call(CreateKey.Request.symmetric("").withMultiRegion()).keyMetadata());

        assertThat(made.keyId()).matches("mrk-[0-9a-f]{32}");
        assertThat(made.multiRegion()).isTrue();
        var family = made.multiRegionConfiguration().orElseThrow();
        assertThat(family.multiRegionKeyType()).isEqualTo("PRIMARY");
        assertThat(family.primaryKey()).isEqualTo(new MultiRegionKey(made.arn(), HOME));
        assertThat(family.replicaKeys()).isEmpty();
    }

    @Test
    void aReplicaIsAnsweredAsCreatingAndIsThereSoon() {
        String id = primary();
        var answer = inVault(vault -> vault.client()
                .call(new ReplicateKey.Request(
                        Optional.empty(), Optional.of("the Irish one"), id, Optional.empty(), IRELAND, List.of())));

        assertThat(answer.replicaKeyMetadata().keyState()).isEqualTo(KeyState.Creating);
        assertThat(answer.replicaKeyMetadata().currentKeyMaterialId()).isEmpty();
        assertThat(answer.replicaPolicy()).contains("Enable IAM User Permissions");
        var replica = describe(IRELAND, id);
        assertThat(replica.keyState()).isEqualTo(KeyState.Enabled);
        assertThat(replica.arn()).isEqualTo("arn:aws:kms:eu-west-1:111122223333:key/" + id);
        assertThat(replica.description()).isEqualTo("the Irish one");
        assertThat(replica.multiRegionConfiguration().orElseThrow().multiRegionKeyType()).isEqualTo("REPLICA");
        assertThat(replica.currentKeyMaterialId()).isEqualTo(describe(HOME, id).currentKeyMaterialId());
        assertThat(replicasOf(describe(HOME, id))).containsExactly(IRELAND);
    }

    @Test
    void whatOneEncryptsItsRelativesDecrypt() {
        String id = replicated(IRELAND, MUMBAI);
        Blob atHome = encrypt(HOME, id, "from home");
        Blob inMumbai = encrypt(MUMBAI, id, "from Mumbai");

        assertThat(decrypt(IRELAND, atHome)).isEqualTo("from home");
        assertThat(decrypt(IRELAND, inMumbai)).isEqualTo("from Mumbai");
        assertThat(decrypt(HOME, inMumbai)).isEqualTo("from Mumbai");
    }

    @Test
    void anAsymmetricReplicaHasTheSamePublicKey() {
        String id = inVault(vault -> {
            var made = vault.client()
                    .call(CreateKey.Request.of(KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY, "")
                            .withMultiRegion())
                    .keyMetadata();
            vault.client().call(ReplicateKey.Request.of(made.keyId(), IRELAND));
            return made.keyId();
        });

        assertThat(publicKey(IRELAND, id)).isEqualTo(publicKey(HOME, id));
    }

    @Test
    void policyAndStateAreEachRelativesOwn() {
        String id = replicated(IRELAND);
        inVault(vault -> vault.in(IRELAND).client().call(new DisableKey.Request(id)));

        assertThat(describe(HOME, id).keyState()).isEqualTo(KeyState.Enabled);
        assertThat(describe(IRELAND, id).keyState()).isEqualTo(KeyState.Disabled);
        String policy = inVault(
                vault -> vault.in(IRELAND).client().call(GetKeyPolicy.Request.of(id)).policy());
        assertThat(policy).contains("Enable IAM User Permissions");
    }

    @Test
    void onlyAPrimaryIsReplicatedOnlyOnceAndOnlyWhereTheVaultIs() {
        String id = replicated(IRELAND);

        inVault(vault -> {
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
        String id = replicated(IRELAND);
        inVault(vault -> {
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(EnableKeyRotation.Request.of(id)));
            return vault.client().call(EnableKeyRotation.Request.of(id, 90));
        });

        var shared = inVault(vault -> vault.in(IRELAND).client().call(new GetKeyRotationStatus.Request(id)));
        assertThat(shared.keyRotationEnabled()).isTrue();
        assertThat(shared.rotationPeriodInDays()).contains(90);
    }

    @Test
    void newMaterialComesIntoForceOnceTheReplicasHoldIt() {
        String id = replicated(IRELAND);
        String before = describe(HOME, id).currentKeyMaterialId().orElseThrow();
        inVault(vault -> {
            vault.client().call(new RotateKeyOnDemand.Request(id));
            refused(Fault.UnsupportedOperationException, () -> vault.in(IRELAND)
                    .client()
                    .call(new RotateKeyOnDemand.Request(id)));
            return vault;
        });

        String after = describe(HOME, id).currentKeyMaterialId().orElseThrow();
        assertThat(after).isNotEqualTo(before);
        assertThat(describe(IRELAND, id).currentKeyMaterialId()).contains(after);
        assertThat(decrypt(IRELAND, encrypt(HOME, id, "new"))).isEqualTo("new");
        var listed = inVault(vault -> vault.in(IRELAND)
                .client()
                .call(ListKeyRotations.Request.of(id, IncludeKeyMaterial.ALL_KEY_MATERIAL))
                .rotations());
        assertThat(listed)
                .extracting(entry -> entry.keyMaterialState().orElseThrow())
                .containsExactly(KeyMaterialState.NON_CURRENT, KeyMaterialState.CURRENT);
    }

    @Test
    void aRotationDoesNotWaitForARegionThatIsAwayWhichCatchesUpLater() throws IOException {
        String id = replicated(IRELAND, MUMBAI);
        unplug(MUMBAI);
        inVault(vault -> vault.client().call(new RotateKeyOnDemand.Request(id)));
        Blob rotated = encrypt(IRELAND, id, "rotated");
        assertThat(region(MUMBAI).behindSince()).isPresent();

        plugIn(MUMBAI);
        inVault(vault -> vault);

        assertThat(region(MUMBAI).behindSince()).isEmpty();
        assertThat(decrypt(MUMBAI, rotated)).isEqualTo("rotated");
        assertThat(describe(MUMBAI, id).currentKeyMaterialId())
                .isEqualTo(describe(HOME, id).currentKeyMaterialId());
    }

    @Test
    void aReplicaInARegionThatIsAwayIsMadeWhenItComesBack() throws IOException {
        String id = primary();
        unplug(IRELAND);
        inVault(vault -> vault.client().call(ReplicateKey.Request.of(id, IRELAND)));
        assertThat(replicasOf(describe(HOME, id))).containsExactly(IRELAND);

        plugIn(IRELAND);
        inVault(vault -> vault);

        assertThat(describe(IRELAND, id).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aReplicaBecomesThePrimaryAndThePrimaryItsReplica() {
        String id = replicated(IRELAND, MUMBAI);
        inVault(vault -> vault.client().call(new UpdatePrimaryRegion.Request(id, IRELAND)));

        for (String region : List.of(HOME, IRELAND, MUMBAI)) {
            var family = describe(region, id).multiRegionConfiguration().orElseThrow();
            assertThat(family.primaryKey().region()).as(region).isEqualTo(IRELAND);
            assertThat(family.replicaKeys()).extracting(MultiRegionKey::region).containsExactlyInAnyOrder(HOME, MUMBAI);
            assertThat(family.multiRegionKeyType()).isEqualTo(region.equals(IRELAND) ? "PRIMARY" : "REPLICA");
            assertThat(describe(region, id).keyState()).isEqualTo(KeyState.Enabled);
        }
        inVault(vault -> vault.in(IRELAND).client().call(new RotateKeyOnDemand.Request(id)));
        assertThat(decrypt(HOME, encrypt(IRELAND, id, "by the new primary"))).isEqualTo("by the new primary");
    }

    @Test
    void thePrimaryIsNotMovedWhileARelativeIsOutOfReach() throws IOException {
        String id = replicated(IRELAND, MUMBAI);
        unplug(MUMBAI);

        inVault(vault -> {
            refused(Fault.KMSInvalidStateException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, IRELAND)));
            refused(Fault.UnsupportedOperationException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, HOME)));
            refused(Fault.NotFoundException, () -> vault.client()
                    .call(new UpdatePrimaryRegion.Request(id, "us-west-2")));
            return vault;
        });
        assertThat(describe(HOME, id).keyState()).isEqualTo(KeyState.Enabled);
    }

    @Test
    void aPrimaryIsDeletedOnlyAfterItsLastReplica() {
        String id = replicated(IRELAND);
        var scheduled = inVault(vault -> vault.client().call(ScheduleKeyDeletion.Request.of(id, 7)));
        assertThat(scheduled.keyState()).isEqualTo(KeyState.PendingReplicaDeletion);
        assertThat(scheduled.deletionDate()).isEmpty();
        assertThat(describe(HOME, id).pendingDeletionWindowInDays()).contains(7);

        inVault(vault -> vault.in(IRELAND).client().call(ScheduleKeyDeletion.Request.of(id, 7)));
        now = now.plus(Duration.ofDays(8));
        var deleted = inVault(_ -> schedules.get(IRELAND).call(new DeleteKey.Request(id)));

        assertThat(deleted.relatedKeys()).containsExactly("arn:aws:kms:us-east-1:111122223333:key/" + id);

        var waiting = describe(HOME, id);
        assertThat(waiting.keyState()).isEqualTo(KeyState.PendingDeletion);
        assertThat(waiting.deletionDate()).contains(now.plus(Duration.ofDays(7)));
        assertThat(replicasOf(waiting)).isEmpty();
    }

    @Test
    void aCancelledDeletionOfAPrimaryWaitsForNothingAnyMore() {
        String id = replicated(IRELAND);
        inVault(vault -> {
            vault.client().call(ScheduleKeyDeletion.Request.of(id, 7));
            return vault.client().call(new CancelKeyDeletion.Request(id));
        });

        assertThat(describe(HOME, id).keyState()).isEqualTo(KeyState.Disabled);
        assertThat(describe(HOME, id).pendingDeletionWindowInDays()).isEmpty();
    }

    @Test
    void eachStepIsAnEventInTheRegionWhereItHappens() {
        String id = replicated(IRELAND);

        assertThat(events(HOME, id)).containsExactly("ReplicateKey", "CreateKey");
        assertThat(events(IRELAND, id)).containsExactly("SynchronizeMultiRegionKey", "CreateKey");
        inVault(vault -> {
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
        String id = replicated(IRELAND);
        inVault(vault -> vault.client().call(new RotateKeyOnDemand.Request(id)));
        Blob sealed = encrypt(HOME, id, "kept");
        Files.move(fixture.folder, temporary.resolve("lost"));
        Files.move(place(MUMBAI), temporary.resolve("lost too"));

        try (var vault = fixture.vaults().unlock(place(IRELAND), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            assertThat(vault.regions()).containsExactly(IRELAND);
            assertThat(VaultFixture.text(
                            vault.client().call(Decrypt.Request.of(sealed, CONTEXT)).plaintext()))
                    .isEqualTo("kept");
        }
    }

    /// At every step of replication, rotation and a change of the primary: the next unlock finishes what was begun.
    @Test
    void aKillAtAnyStepIsFinishedByTheNextUnlock() throws IOException {
        String id = primary();
        var work = temporary.resolve("work");
        Snapshots.copy(fixture.folder, work.resolve("test.keyhold"));
        Snapshots.copy(temporary.resolve("media"), work.resolve("media"));
        // Places are absolute: without the originals only the copies can be found.
        Files.move(fixture.folder, temporary.resolve("hidden"));
        Files.move(temporary.resolve("media"), temporary.resolve("hidden media"));
        var snapshots = new Snapshots(work, temporary.resolve("kills"));
        var owner = VaultFixture.as("owner", VaultFixture.PASSPHRASE);
        try (var vault = fixture.vaults(snapshots).unlock(work.resolve("test.keyhold"), owner)) {
            vault.client().call(ReplicateKey.Request.of(id, IRELAND));
        }
        try (var vault = fixture.vaults(snapshots)
                .unlock(work.resolve("test.keyhold"), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new RotateKeyOnDemand.Request(id));
        }
        try (var vault = fixture.vaults(snapshots)
                .unlock(work.resolve("test.keyhold"), VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            vault.client().call(new UpdatePrimaryRegion.Request(id, IRELAND));
        }
        Files.move(work, temporary.resolve("finished"));

        assertThat(snapshots.folders()).hasSizeGreaterThan(10);
        for (var killed : snapshots.folders()) {
            try (var vault = fixture.unlockKilled(
                    killed.resolve("test.keyhold"), "owner", VaultFixture.PASSPHRASE)) {
                var home = vault.client().call(DescribeKey.Request.of(id)).keyMetadata();
                for (String region : replicasOf(home).isEmpty() ? List.<String>of() : List.of(HOME, IRELAND)) {
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

    private String primary() {
        return inVault(vault -> vault.client()
                .call(CreateKey.Request.symmetric("").withMultiRegion())
                .keyMetadata()
                .keyId());
    }

    private String replicated(String... regions) {
        return inVault(vault -> {
            String id = vault.client()
                    .call(CreateKey.Request.symmetric("").withMultiRegion())
                    .keyMetadata()
                    .keyId();
            for (String region : regions) {
                vault.client().call(ReplicateKey.Request.of(id, region));
            }
            return id;
        });
    }

    private <T> T inVault(Function<OpenVault, T> work) {
        schedules.clear();
        var attendant = new Attendant() {
            @Override
            public void unlocked(OpenVault vault, Client service) {
                schedules.put(vault.region(), service);
            }
        };
        try (var vault = new Vaults(() -> now, fixture.state, attendant)
                .unlock(fixture.folder, VaultFixture.as("owner", VaultFixture.PASSPHRASE))) {
            return work.apply(vault);
        }
    }

    private KeyMetadata describe(String region, String id) {
        return inVault(
                vault -> vault.in(region).client().call(DescribeKey.Request.of(id)).keyMetadata());
    }

    private Blob publicKey(String region, String id) {
        return inVault(
                vault -> vault.in(region).client().call(GetPublicKey.Request.of(id)).publicKey());
    }

    private Blob encrypt(String region, String id, String text) {
        return inVault(vault -> vault.in(region)
                .client()
                .call(Encrypt.Request.of(id, VaultFixture.secret(text), CONTEXT))
                .ciphertextBlob());
    }

    private String decrypt(String region, Blob ciphertext) {
        return inVault(vault -> VaultFixture.text(vault.in(region)
                .client()
                .call(Decrypt.Request.of(ciphertext, CONTEXT))
                .plaintext()));
    }

    /// Newest first, but for reads.
    private List<String> events(String region, String id) {
        return inVault(vault -> vault.in(region)
                .client()
                .call(new LookupEvents.Request(
                        "screen",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("arn:aws:kms:" + region + ":111122223333:key/" + id),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        100))
                .events()
                .stream()
                .filter(event -> event.effect() == LookupEvents.Effect.ADMINISTRATION)
                .map(LookupEvents.Event::name)
                .toList());
    }

    private ListRegions.Region region(String name) {
        return inVault(vault -> vault.client().call(new ListRegions.Request()).regions().stream()
                .filter(region -> region.region().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private static List<String> replicasOf(KeyMetadata metadata) {
        return metadata.multiRegionConfiguration().orElseThrow().replicaKeys().stream()
                .map(MultiRegionKey::region)
                .toList();
    }

    private Path place(String region) {
        return temporary.resolve("media").resolve(region);
    }

    private void unplug(String region) throws IOException {
        Files.move(place(region), temporary.resolve("unplugged " + region));
    }

    private void plugIn(String region) throws IOException {
        Files.move(temporary.resolve("unplugged " + region), place(region));
    }

    private AddRegion.Request adding(String region) {
        return new AddRegion.Request(region, place(region).toString(), Optional.empty());
    }

    private static void refused(Fault fault, ThrowingCallable call) {
        assertThatExceptionOfType(KmsException.class)
                .isThrownBy(call)
                .extracting(KmsException::fault)
                .isEqualTo(fault);
    }
}
