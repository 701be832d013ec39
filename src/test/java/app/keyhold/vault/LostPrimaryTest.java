package app.keyhold.vault;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.operation.encryption.Decrypt;
import app.keyhold.kms.operation.encryption.Encrypt;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.region.ReplicateKey;
import app.keyhold.kms.operation.region.UpdatePrimaryRegion;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CheckVault;
import app.keyhold.vault.operation.LaterWrites;
import app.keyhold.vault.operation.ListRegions;
import app.keyhold.vault.operation.RemoveRegion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Multi-Region keys whose primary was in a home that is gone.
@BesideOthers
class LostPrimaryTest extends ThreeRegions {
    private String everywhere = "";
    private String mumbaiOnly = "";
    private Blob fromHome = Blob.of(new byte[0]);

    @BeforeEach
    void makeKeysWithReplicas() {
        try (var vault = fixture.unlock()) {
            everywhere = replicated(vault, IRELAND, MUMBAI);
            mumbaiOnly = replicated(vault, MUMBAI);
            fromHome = encrypt(vault, everywhere);
        }
    }

    @Test
    void theirReplicasInTheNewHomeBecomePrimaryAndEveryRelativeLearnsOfIt() throws IOException {
        hide(fixture.folder);
        try (var vault = elsewhere().unlock(ireland, owner())) {
            assertThat(vault.client().call(promoting(IRELAND)).keys()).isEqualTo(1);
        }

        try (var vault = elsewhere().unlock(mumbai, owner())) {
            assertThat(describe(vault.in(IRELAND), everywhere)).isEqualTo("PRIMARY eu-west-1 [us-east-1, ap-south-1]");
            assertThat(describe(vault, everywhere)).isEqualTo("REPLICA eu-west-1 [us-east-1, ap-south-1]");
            // Nobody in Ireland knows of this one: it waits.
            assertThat(describe(vault, mumbaiOnly)).startsWith("REPLICA us-east-1");
            vault.in(IRELAND).client().call(new RotateKeyOnDemand.Request(everywhere));
        }
        try (var vault = elsewhere().unlock(ireland, owner())) {
            assertThat(decrypt(vault.in(MUMBAI), encrypt(vault, everywhere))).isEqualTo("plain");
            assertThat(decrypt(vault, fromHome)).isEqualTo("plain");
        }
    }

    @Test
    void theLostPrimaryComesBackAsAReplicaAndBothSidesMaterialsOpenEverywhere() throws IOException {
        var home = hide(fixture.folder);
        Blob fromIreland;
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            vault.client().call(new RotateKeyOnDemand.Request(everywhere));
        }
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            fromIreland = encrypt(vault, everywhere);
        }
        var away = List.of(hide(ireland), hide(mumbai));
        Files.move(home, fixture.folder);
        try (var vault = fixture.unlock()) {
            vault.client().call(new RotateKeyOnDemand.Request(everywhere));
        }
        Blob fromHomeLater;
        try (var vault = fixture.unlock()) {
            fromHomeLater = encrypt(vault, everywhere);
        }
        Files.move(away.getFirst(), ireland);
        Files.move(away.getLast(), mumbai);

        fixture.unlock().close();
        try (var vault = fixture.unlock()) {
            assertThat(describe(vault, everywhere)).isEqualTo("REPLICA eu-west-1 [us-east-1, ap-south-1]");
            assertThat(describe(vault.in(IRELAND), everywhere)).startsWith("PRIMARY eu-west-1");
            for (var region : vault.regions()) {
                for (var sealed : List.of(fromHome, fromIreland, fromHomeLater)) {
                    assertThat(decrypt(vault.in(region), sealed)).as(region).isEqualTo("plain");
                }
            }
            assertThat(current(vault, HOME)).isEqualTo(current(vault, IRELAND)).isEqualTo(current(vault, MUMBAI));
            assertThat(region(vault, HOME).laterWrites())
                    .extracting(LaterWrites.Write::event)
                    .containsExactly("RotateKeyOnDemand");
            assertThat(vault.client().call(new ListRegions.Request()).regions())
                    .allMatch(region -> region.waiting() == 0);
            assertThat(vault.client().call(new CheckVault.Request()).findings())
                    .noneMatch(finding -> finding.severity() == CheckVault.Severity.DAMAGE);
            vault.in(IRELAND).client().call(new UpdatePrimaryRegion.Request(everywhere, HOME));
        }
        try (var vault = fixture.unlock()) {
            assertThat(describe(vault, everywhere)).startsWith("PRIMARY us-east-1");
        }
    }

    @Test
    void whenTheLostHomeIsRemovedItsKeysAreInheritedAndForgetIt() throws IOException {
        hide(fixture.folder);
        try (var vault = elsewhere().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
            vault.client().call(new RemoveRegion.Request(HOME, Optional.of(true)));
        }

        try (var vault = elsewhere().unlock(ireland, owner())) {
            assertThat(describe(vault, everywhere)).isEqualTo("PRIMARY eu-west-1 [ap-south-1]");
            assertThat(describe(vault.in(MUMBAI), everywhere)).isEqualTo("REPLICA eu-west-1 [ap-south-1]");
            assertThat(describe(vault.in(MUMBAI), mumbaiOnly)).isEqualTo("PRIMARY ap-south-1 []");
            assertThat(vault.client().call(new ListRegions.Request()).regions())
                    .allMatch(region -> region.waiting() == 0);
        }
    }

    @Test
    void ofTwoHomesTheOneThatIsDecidedForHasThePrimaryKeys() throws IOException {
        hide(fixture.folder);
        var other = hide(mumbai);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
        }
        var first = hide(ireland);
        Files.move(other, mumbai);
        try (var vault = fixture.vaults().unlock(mumbai, owner())) {
            vault.client().call(promoting(MUMBAI));
        }
        Files.move(first, ireland);
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            vault.client().call(promoting(IRELAND));
        }

        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            assertThat(describe(vault, everywhere)).startsWith("PRIMARY eu-west-1");
        }
        try (var vault = fixture.vaults().unlock(ireland, owner())) {
            assertThat(describe(vault, everywhere)).startsWith("PRIMARY eu-west-1");
            assertThat(describe(vault.in(MUMBAI), everywhere)).startsWith("REPLICA eu-west-1");
        }
    }

    @Test
    void aBackupThatWasMadeWithoutTheHomeHasPrimaryKeys() throws IOException {
        var backup = temporary.resolve("without the home.tar");
        hide(fixture.folder);
        try (var vault = elsewhere().unlock(ireland, owner())) {
            vault.client().call(new Backup.Request(backup.toString()));
        }

        try (var vault = elsewhere().restore(backup, temporary.resolve("restored"), owner())) {
            var home = vault.regions().getFirst();
            var other = vault.regions().getLast();
            assertThat(describe(vault.in(home), everywhere)).isEqualTo("PRIMARY " + home + " [" + other + "]");
            assertThat(describe(vault.in(other), everywhere)).isEqualTo("REPLICA " + home + " [" + other + "]");
            assertThat(describe(vault.in(MUMBAI), mumbaiOnly)).isEqualTo("PRIMARY ap-south-1 []");
        }
    }

    private static String replicated(OpenVault vault, String... regions) {
        var id = vault.client().call(CreateKey.Request.symmetric("").withMultiRegion()).keyMetadata().keyId();
        for (var region : regions) {
            vault.client().call(ReplicateKey.Request.of(id, region));
        }
        return id;
    }

    private static String describe(OpenVault vault, String id) {
        var family = metadata(vault, id).multiRegionConfiguration().orElseThrow();
        return family.multiRegionKeyType() + " " + family.primaryKey().region() + " "
                + family.replicaKeys().stream().map(replica -> replica.region()).toList();
    }

    private static KeyMetadata metadata(OpenVault vault, String id) {
        return vault.client().call(DescribeKey.Request.of(id)).keyMetadata();
    }

    private Optional<String> current(OpenVault vault, String region) {
        return metadata(vault.in(region), everywhere).currentKeyMaterialId();
    }

    private static Blob encrypt(OpenVault vault, String id) {
        return vault.client()
                .call(Encrypt.Request.of(id, VaultFixture.secret("plain"), Map.of()))
                .ciphertextBlob();
    }

    private static String decrypt(OpenVault vault, Blob sealed) {
        return VaultFixture.text(
                vault.client().call(Decrypt.Request.of(sealed, Map.of())).plaintext());
    }
}
