package app.keyhold.desktop.keys;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.operation.key.CreateKey;
import app.keyhold.kms.operation.screen.QueryKeys.KeyRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysModelTest {
    private SeededVault vault;
    private KeysModel model;

    @BeforeEach
    void open(@TempDir Path folder) {
        vault = new SeededVault(folder);
        model = new KeysModel(vault.client(), vault.background(), "keys-test");
        model.refresh();
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private List<String> shown() {
        return model.shown().stream().map(KeyColumns::name).toList();
    }

    @Test
    void showsEveryKeyThePersonMayDescribe() {
        assertThat(shown())
                .containsExactlyInAnyOrder(
                        "payroll", "customer-pii", "release-signing", "webhook-mac", "legacy-archive", "old-laptop");
    }

    @Test
    void findsByEveryWordOfAliasDescriptionOrTag() {
        model.filterProperty().set(KeyFilter.NONE.withText("salary PAY"));
        assertThat(shown()).containsExactly("payroll");
    }

    @Test
    void filtersByState() {
        model.filterProperty().set(KeyFilter.NONE.withState(Optional.of(KeyState.Disabled)));
        assertThat(shown()).containsExactly("legacy-archive");
    }

    @Test
    void filtersByType() {
        model.filterProperty().set(KeyFilter.NONE.withType(Optional.of(KeyFilter.Type.ELLIPTIC)));
        assertThat(shown()).containsExactly("release-signing");
    }

    @Test
    void countsASectionWhateverTheFilter() {
        model.filterProperty().set(KeyFilter.NONE.withText("payroll"));
        assertThat(model.count(KeySection.PENDING_DELETION)).isEqualTo(1);
    }

    @Test
    void keepsTheChosenKeyOverARefresh() {
        String id = vault.id("payroll");
        model.chosenProperty().set(Optional.of(id));
        vault.client().call(CreateKey.Request.symmetric("another"));
        model.refresh();
        assertThat(model.chosenProperty().get()).contains(id);
    }

    @Test
    void saysWhyNothingCanBeShownOnceTheVaultIsLocked() {
        vault.vault().lock();
        model.refresh();
        assertThat(model.problemProperty().get()).isPresent();
    }

    @Test
    void aKeyWhoseDateHasPassedIsDue() {
        KeyRow row = model.row(vault.id("customer-pii")).orElseThrow();
        StateLabel label = StateLabel.of(row.state(), row.nextRotation(), row.deletionDate(), vault.moments());
        assertThat(label.word()).isEqualTo("Rotation due");
    }

    @Test
    void aDeletionCountsItsDays() {
        KeyRow row = model.row(vault.id("old-laptop")).orElseThrow();
        StateLabel label = StateLabel.of(row.state(), row.nextRotation(), row.deletionDate(), vault.moments());
        assertThat(label.word()).isEqualTo("Deletes in 9 days");
    }
}
