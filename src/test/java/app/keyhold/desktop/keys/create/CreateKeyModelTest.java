package app.keyhold.desktop.keys.create;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.create.CreateKeyModel.Made;
import app.keyhold.kms.key.KeyMetadata;
import app.keyhold.kms.key.KeyOrigin;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.DescribeKey;
import app.keyhold.kms.operation.policy.GetKeyPolicy;
import app.keyhold.kms.operation.rotation.GetKeyRotationStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateKeyModelTest {
    private final List<Made> made = new ArrayList<>();
    private SeededVault vault;
    private CreateKeyModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new CreateKeyModel(vault.client(), vault.background(), "123456789012", "alias/payroll"::equals);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void theUsualWayMakesASymmetricKeyThatRotatesEveryYear() {
        model.create(made::add);
        var status = vault.client().call(new GetKeyRotationStatus.Request(made.getFirst().keyId()));
        assertThat(status.rotationPeriodInDays()).contains(365);
    }

    @Test
    void theNameBecomesAnAlias() {
        model.nameProperty().set("db-master");
        model.create(made::add);
        assertThat(vault.id("db-master")).isEqualTo(made.getFirst().keyId());
    }

    @Test
    void aTakenNameIsSaidWhileTyping() {
        model.nameProperty().set("payroll");
        assertThat(model.nameProblem().get()).isEqualTo("Another key has this name.");
    }

    @Test
    void theServicesNamesAreReserved() {
        model.nameProperty().set("aws/mine");
        assertThat(model.nameProblem().get()).contains("services' own");
    }

    @Test
    void signingKeysDoNotRotate() {
        model.purposeProperty().set(Purpose.SIGN);
        model.create(made::add);
        assertThat(made.getFirst().unfinished()).isEmpty();
    }

    @Test
    void everyPurposeMakesTheKeyItPromises() {
        for (Purpose purpose : Purpose.values()) {
            model.purposeProperty().set(purpose);
            model.create(made::add);
            var key = vault.client().call(DescribeKey.Request.of(made.getLast().keyId())).keyMetadata();
            assertThat(key.keyUsage()).as(purpose.name()).isEqualTo(purpose.usage());
            assertThat(key.keySpec()).as(purpose.name()).isEqualTo(purpose.usual());
        }
    }

    @Test
    void choosingAnotherPurposeChoosesItsUsualSpec() {
        model.purposeProperty().set(Purpose.MAC);
        assertThat(model.specProperty().get()).isEqualTo(KeySpec.HMAC_256);
    }

    @Test
    void aKeyThatWasMadeStaysWhenItsNameIsRefused() {
        model.nameProperty().set("customer-pii");
        model.create(made::add);
        assertThat(made.getFirst().unfinished().orElseThrow().what()).startsWith("The key was made, but: AlreadyExistsException");
    }

    @Test
    void namedUsersStandInThePolicy() {
        vault.user("eva");
        model.people().usersProperty().set("eva");
        model.create(made::add);
        assertThat(model.problemProperty().get()).isEmpty();
        String policy = vault.client().call(GetKeyPolicy.Request.of(made.getFirst().keyId())).policy();
        assertThat(policy).contains("arn:aws:iam::123456789012:user/eva");
    }

    private KeyMetadata onlyMade() {
        assertThat(model.problemProperty().get()).isEmpty();
        return vault.client().call(DescribeKey.Request.of(made.getFirst().keyId())).keyMetadata();
    }

    @Test
    void everybodyButTheOwnerIsThereToTick() {
        vault.user("eva");
        model.look("create-test", "us-east-1");
        assertThat(model.people().listed()).extracting(person -> person.party().name()).contains("eva").doesNotContain("owner");
    }

    @Test
    void whoeverIsTickedStandsInThePolicy() {
        vault.user("eva");
        model.look("create-test", "us-east-1");
        model.people().listed().getFirst().administersProperty().set(true);
        model.create(made::add);
        assertThat(onlyMade().keyState()).isEqualTo(KeyState.Enabled);
        String policy = vault.client().call(GetKeyPolicy.Request.of(made.getFirst().keyId())).policy();
        assertThat(policy).contains("kms:ScheduleKeyDeletion").contains("user/eva");
    }

    @Test
    void administratorsMayBeKeptFromDeletingTheKey() {
        vault.user("eva");
        model.people().administratorsProperty().set("eva");
        model.deletableProperty().set(false);
        assertThat(model.policy()).contains("kms:Put*").doesNotContain("kms:ScheduleKeyDeletion");
        assertThat(model.review()).anyMatch(line -> line.endsWith("They may not schedule its deletion."));
    }

    @Test
    void ownMaterialIsWaitedFor() {
        model.purposeProperty().set(Purpose.IMPORT);
        model.create(made::add);
        assertThat(onlyMade().keyState()).isEqualTo(KeyState.PendingImport);
        assertThat(made.getFirst().waitsForMaterial()).isTrue();
        assertThat(made.getFirst().unfinished()).isEmpty();
    }

    @Test
    void aKeyPairCanBeImportedToo() {
        model.purposeProperty().set(Purpose.SIGN);
        model.sourceProperty().set(Source.IMPORT);
        model.create(made::add);
        assertThat(onlyMade().origin()).isEqualTo(KeyOrigin.EXTERNAL);
    }

    @Test
    void whatCantBeImportedIsSaidBeforeAsking() {
        model.purposeProperty().set(Purpose.ENCAPSULATE);
        model.sourceProperty().set(Source.IMPORT);
        assertThat(model.sourceProblem().orElseThrow()).startsWith("Material of this kind can't be imported.");
    }

    @Test
    void aMultiRegionKeyIsAPrimary() {
        model.multiRegionProperty().set(true);
        model.create(made::add);
        assertThat(onlyMade().multiRegionConfiguration().orElseThrow().multiRegionKeyType()).isEqualTo("PRIMARY");
    }

    @Test
    void aReplicaThatIsRefusedLeavesTheKeyWithItsNameAndItsRotation() {
        model.nameProperty().set("spread");
        model.multiRegionProperty().set(true);
        model.replicas().add("eu-west-9");
        model.create(made::add);
        assertThat(made.getFirst().unfinished().orElseThrow().what()).contains("eu-west-9");
        assertThat(vault.id("spread")).isEqualTo(made.getFirst().keyId());
        var status = vault.client().call(new GetKeyRotationStatus.Request(made.getFirst().keyId()));
        assertThat(status.keyRotationEnabled()).isTrue();
    }

    @Test
    void tagsThatCantBeReadAreSaidWhileTyping() {
        model.tagsProperty().set("team");
        assertThat(model.tagsProblem().get()).contains("write name=value");
    }

    @Test
    void theCommandsMakeTheSameKey() {
        model.nameProperty().set("db-master");
        assertThat(DraftWords.commands(model.draft()))
                .startsWith("KEY_ID=$(aws kms create-key")
                .contains("aws kms create-alias --endpoint-url http://127.0.0.1:4599 --alias-name alias/db-master --target-key-id \"$KEY_ID\"")
                .contains("enable-key-rotation");
    }
}
