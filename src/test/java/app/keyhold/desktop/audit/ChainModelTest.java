package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.ChainState;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.kms.operation.screen.VerifyTrail;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainModelTest {
    @Test
    void aWalkOverAWholeChainSaysUpToWhere(@TempDir Path folder) {
        try (SeededVault vault = new SeededVault(folder)) {
            SessionStatus status = new SessionStatus();
            ChainModel model = new ChainModel(vault.client(), vault.background(), status, "chain-test");
            model.verify();
            assertThat(model.reportProperty().get().title()).startsWith("Verified #1–#");
            assertThat(status.chainProperty().get()).isInstanceOf(ChainState.Verified.class);
        }
    }

    @Test
    void aVerifiedChainPromisesNothingAboutRowsCutOffItsEnd() {
        var verified = new ChainReport.Verified(48_213, "1b77", 48, SeededVault.NOW);
        assertThat(verified.meaning()).contains("only against a checkpoint kept outside this vault");
    }

    @Test
    void aBrokenChainNamesTheFirstRowThatDoesNotFit() {
        var broken = new VerifyTrail.Broken(17, "the hash is another one", "aa", "bb", Optional.of(0L));
        var report = ChainReport.of(new VerifyTrail.Response(20, "cc", 1, SeededVault.NOW, Optional.of(broken)));
        assertThat(report.title()).isEqualTo("Broken at #17");
        assertThat(report.inBrief()).isEqualTo(new ChainState.Broken(17));
    }

    @Test
    void aWalkThatCouldNotEndClaimsNothing(@TempDir Path folder) {
        SeededVault vault = new SeededVault(folder);
        ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
        vault.close();
        model.verify();
        assertThat(model.reportProperty().get()).isInstanceOf(ChainReport.Unreadable.class);
    }
}
