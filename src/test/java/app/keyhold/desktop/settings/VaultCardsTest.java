package app.keyhold.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.vault.operation.ListSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cards of the vault itself: what is settled for everybody, and its backups.
class VaultCardsTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private SeededVault vault;

    @BeforeEach
    void open() {
        vault = new SeededVault(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void aChangeHoldsForTheVaultAndIsSaid() {
        var model = settings();
        model.load();

        model.rotateServiceKeysEvery(365);
        model.hideNames(true);

        assertThat(vault.client().call(new ListSettings.Request())).isEqualTo(new ListSettings.Response(365, true, false));
        assertThat(said).hasSize(2);
    }

    @Test
    void showingWhatHoldsChangesNothing() {
        var model = settings();
        model.load();

        model.rotateServiceKeysEvery(1_095);
        model.hideNames(false);

        assertThat(said).isEmpty();
    }

    @Test
    void aBackupIsMadeListedAndForgottenWhenItIsGone() throws Exception {
        var model = new BackupsModel(vault.client(), vault.background(), "test", said::add);
        Path file = folder.resolve("stick.keyhold-backup");

        model.backUp(file);
        assertThat(model.backups()).singleElement().satisfies(backup -> {
            assertThat(backup.file()).isEqualTo(file.toString());
            assertThat(backup.there()).isTrue();
        });
        assertThat(said.getFirst()).startsWith("Backed up and verified");

        Files.delete(file);
        model.load();
        assertThat(model.backups().getFirst().there()).isFalse();
        model.forget(model.backups().getFirst());
        assertThat(model.backups()).isEmpty();
    }

    @Test
    void aFileThatIsThereAlreadyIsLeftAloneAndSaid() throws Exception {
        var model = new BackupsModel(vault.client(), vault.background(), "test", said::add);
        Path file = Files.writeString(folder.resolve("letter"), "mine");

        model.backUp(file);

        assertThat(model.problemProperty().get()).isPresent();
        assertThat(Files.readString(file)).isEqualTo("mine");
        assertThat(model.workingProperty().get()).isFalse();
    }

    private VaultSettingsModel settings() {
        return new VaultSettingsModel(vault.client(), vault.background(), "test", said::add);
    }
}
