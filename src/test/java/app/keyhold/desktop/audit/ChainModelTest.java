package app.keyhold.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.frame.ChainState;
import app.keyhold.desktop.frame.SessionStatus;
import app.keyhold.desktop.part.Tone;
import app.keyhold.export.KeptCheckpoint;
import app.keyhold.kms.operation.screen.VerifyTrail;
import app.keyhold.vault.operation.Backup;
import app.keyhold.vault.operation.CreateCheckpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    @Test
    void aCheckpointKeptOutsideSaysThatNobodyRewroteThePast(@TempDir Path folder) throws Exception {
        try (SeededVault vault = new SeededVault(folder)) {
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.compare(kept(vault, folder));
            assertThat(model.reportProperty().get().title()).startsWith("Verified since checkpoint #");
            assertThat(model.reportProperty().get().tone()).isEqualTo(Tone.OK);
        }
    }

    @Test
    void aCheckpointOfRowsThatAreGoneSaysSo(@TempDir Path folder) throws Exception {
        try (SeededVault vault = new SeededVault(folder)) {
            KeptCheckpoint kept = kept(vault, folder);
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.compare(new KeptCheckpoint(kept.file(), kept.vaultId(), kept.region(), kept.number() + 1_000, kept.head()));
            assertThat(model.reportProperty().get()).isInstanceOf(ChainReport.Truncated.class);
            assertThat(model.reportProperty().get().meaning()).contains("kept.json").contains("gone from the end");
            assertThat(model.reportProperty().get().isBad()).isTrue();
        }
    }

    @Test
    void anotherRowInACheckpointsPlaceIsARewrittenPast(@TempDir Path folder) throws Exception {
        try (SeededVault vault = new SeededVault(folder)) {
            KeptCheckpoint kept = kept(vault, folder);
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.compare(new KeptCheckpoint(kept.file(), kept.vaultId(), kept.region(), kept.number(), "00".repeat(32)));
            assertThat(model.reportProperty().get()).isInstanceOf(ChainReport.Rewritten.class);
        }
    }

    @Test
    void aBackupIsAsGoodAsACheckpoint(@TempDir Path folder) throws Exception {
        try (SeededVault vault = new SeededVault(folder)) {
            Path backup = folder.resolve("kept.khbackup");
            vault.client().call(new Backup.Request(backup.toString()));
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.compare(KeptCheckpoint.ofBackup(backup, "us-east-1").orElseThrow());
            assertThat(model.reportProperty().get().title()).startsWith("Verified since checkpoint #");
            assertThat(KeptCheckpoint.ofBackup(backup, "eu-west-1")).isEmpty();
        }
    }

    @Test
    void aClockThatWasSetBackIsToldAndBreaksNothing(@TempDir Path folder) {
        try (SeededVault vault = new SeededVault(folder)) {
            vault.clock().turnTo(SeededVault.NOW.minus(Duration.ofHours(5)));
            vault.encrypt("payroll", Map.of());
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.verify();
            assertThat(model.reportProperty().get().title()).startsWith("Verified #1–#");
            assertThat(model.reportProperty().get().detail(vault.moments(), 0)).isEqualTo("clock went back");
            assertThat(model.reportProperty().get().tone()).isEqualTo(Tone.WARN);
        }
    }

    @Test
    void whatCameSinceTheLastWalkIsCounted(@TempDir Path folder) {
        try (SeededVault vault = new SeededVault(folder)) {
            ChainModel model = new ChainModel(vault.client(), vault.background(), new SessionStatus(), "chain-test");
            model.verify();
            var verified = (ChainReport.Verified) model.reportProperty().get();
            model.seen(verified.upTo() + 3);
            assertThat(verified.detail(vault.moments(), model.freshProperty().get())).endsWith(" · 3 new");
        }
    }

    @Test
    void theWalksProgressIsSaid() {
        assertThat(new ChainReport.Verifying(37).title()).isEqualTo("Verifying 37 %");
    }

    private static KeptCheckpoint kept(SeededVault vault, Path folder) throws Exception {
        Path file = folder.resolve("kept.json");
        CheckpointFile.write(file, vault.client().call(new CreateCheckpoint.Request()));
        return KeptCheckpoint.read(file).orElseThrow();
    }
}
