package app.keyhold.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.crypto.Blob;
import app.keyhold.desktop.SeededVault;
import app.keyhold.iam.ForwardedAccess;
import app.keyhold.iam.Principal;
import app.keyhold.kms.Client;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.alias.CreateAlias;
import app.keyhold.kms.operation.alias.DeleteAlias;
import app.keyhold.kms.operation.file.RecordFiles;
import app.keyhold.kms.operation.key.DisableKey;
import app.keyhold.kms.operation.rotation.RotateKeyOnDemand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyModelTest {
    private final List<String> said = new ArrayList<>();
    private SeededVault vault;
    private KeyModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new KeyModel(vault.client(), vault.background(), "key-test", said::add);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private KeyView opened(String name) {
        model.open(Optional.of(vault.id(name)));
        return shown();
    }

    private KeyView shown() {
        return new KeyView(model.keyProperty().get().orElseThrow(), vault.moments());
    }

    @Test
    void readsTheKeyAgainAfterAnAction() {
        KeyView key = opened("payroll");
        model.act(new DisableKey.Request(key.id()), "disabled");
        assertThat(shown().metadata().keyState()).isEqualTo(KeyState.Disabled);
    }

    @Test
    void tellsOfAnActionThatSucceeded() {
        model.act(new DisableKey.Request(opened("payroll").id()), "payroll is disabled");
        assertThat(said).containsExactly("payroll is disabled");
    }

    @Test
    void aRefusalIsShownWithTheServicesWordsAndWhatIsSafe() {
        KeyView key = opened("old-laptop");
        model.act(new DisableKey.Request(key.id()), "disabled");
        assertThat(model.problemProperty().get().orElseThrow().text())
                .startsWith("KMSInvalidStateException: " + key.metadata().arn())
                .endsWith("Nothing was changed.");
    }

    @Test
    void stopsAtTheFirstRefusalOfSeveralOperations() {
        KeyView key = opened("payroll");
        model.actInTurn(
                List.of(
                        new CreateAlias.Request("alias/customer-pii", key.id()),
                        new DeleteAlias.Request("alias/payroll")),
                "renamed");
        assertThat(shown().key().aliases()).containsExactly("alias/payroll");
    }

    @Test
    void aKeyPendingDeletionCanOnlyBeKept() {
        assertThat(opened("old-laptop").canChange()).isFalse();
    }

    @Test
    void countsUsesOverThirtyDays() {
        assertThat(opened("payroll").uses()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void tellsOfKnownFilesBeforeADeletionAndAfterARotation() {
        KeyView key = opened("payroll");
        assertThat(key.filesAtStake()).isEmpty();
        assertThat(key.filesOnOlderMaterial()).isEmpty();
        Client person = vault.client();
        new Client(person.kms(), new ForwardedAccess(Principal.Service.FILES).forward(person.caller()))
                .call(new RecordFiles.Request(
                        key.id(),
                        key.key().materials().getFirst().id(),
                        List.of(new RecordFiles.Encrypted(
                                Blob.of(new byte[32]), 7, Optional.empty(), Optional.empty())),
                        Optional.empty()));

        model.act(new RotateKeyOnDemand.Request(key.id()), "rotated");

        assertThat(shown().filesAtStake()).hasValueSatisfying(said -> assertThat(said).startsWith("1 known file opens with"));
        assertThat(shown().filesOnOlderMaterial())
                .hasValueSatisfying(said -> assertThat(said).startsWith("1 known file is still on older material"));
    }

    @Test
    void deletionAsksForTheNameByHand() {
        DeletionModel deletion = new DeletionModel(opened("payroll"));
        deletion.typedProperty().set("payrol");
        assertThat(deletion.confirmed().get()).isFalse();
    }

    @Test
    void deletionTakesTheNameWithOrWithoutItsPrefix() {
        DeletionModel deletion = new DeletionModel(opened("payroll"));
        deletion.typedProperty().set("alias/payroll");
        assertThat(deletion.confirmed().get()).isTrue();
    }

    @Test
    void deletionSaysTheDay() {
        DeletionModel deletion = new DeletionModel(opened("payroll"));
        deletion.daysProperty().set(7);
        assertThat(deletion.outcome().get()).contains("1 Dec 2026");
    }
}
