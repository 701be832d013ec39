package app.keyhold.desktop.home;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CreateRecoverySheet;
import app.keyhold.vault.operation.TestRecoverySheet;
import app.keyhold.vault.operation.Users;
import java.nio.file.Path;
import java.util.Set;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {
    @TempDir
    private Path folder;

    private final SimpleIntegerProperty lockMinutes = new SimpleIntegerProperty(10);
    private SeededVault vault;

    @BeforeEach
    void create() {
        vault = new SeededVault(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    private HomeModel home(String user) {
        var model = new HomeModel(vault.client(), vault.background(), vault.clock(), user, lockMinutes);
        model.load("home", failure -> {
            throw new AssertionError(failure);
        });
        return model;
    }

    private Set<FirstStep> done() {
        return home(Users.OWNER).glanceProperty().get().orElseThrow().firstSteps().orElseThrow();
    }

    @Test
    void tickThemselvesFromWhatTheVaultIs() {
        assertThat(done()).containsExactly(FirstStep.AUTO_LOCK);

        vault.client().call(new Backup.Request(folder.resolve("monday.backup").toString()));
        assertThat(done()).containsExactly(FirstStep.BACKUP, FirstStep.AUTO_LOCK);
    }

    @Test
    void tickARecoverySheetOnceItWasTested() {
        var client = vault.client();
        try (var sheet = client.call(new CreateRecoverySheet.Request(Users.OWNER)).sheet()) {
            assertThat(done()).doesNotContain(FirstStep.RECOVERY_SHEET);

            client.call(new TestRecoverySheet.Request(Users.OWNER, sheet.words()));
        }
        assertThat(done()).contains(FirstStep.RECOVERY_SHEET);
    }

    @Test
    void sayThatAVaultThatNeverLocksItselfIsNotSafe() {
        lockMinutes.set(0);

        assertThat(done()).doesNotContain(FirstStep.AUTO_LOCK);
    }

    @Test
    void areTheOwnersAlone() {
        assertThat(home("eva").glanceProperty().get().orElseThrow().firstSteps()).isEmpty();
    }
}
