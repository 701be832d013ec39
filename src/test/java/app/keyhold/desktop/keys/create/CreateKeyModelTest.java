package app.keyhold.desktop.keys.create;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.KeySpec;
import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.keys.create.CreateKeyModel.Made;
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
        model.usersProperty().set("eva");
        model.create(made::add);
        assertThat(model.problemProperty().get()).isEmpty();
        String policy = vault.client().call(GetKeyPolicy.Request.of(made.getFirst().keyId())).policy();
        assertThat(policy).contains("arn:aws:iam::123456789012:user/eva");
    }
}
