package app.keyhold.desktop.health;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.desktop.SeededVault;
import app.keyhold.desktop.health.Result.State;
import app.keyhold.desktop.lock.LockSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthModelTest {
    private final List<String> said = new ArrayList<>();

    @TempDir
    Path temporary;

    private SeededVault vault;
    private int unfinished;
    private HealthModel model;

    @BeforeEach
    void open() {
        vault = new SeededVault(temporary);
        model = new HealthModel(
                vault.client(),
                vault.background(),
                vault.clock(),
                Map.of(LockSignal.LOGIND, LockSignal.State.SILENT),
                () -> unfinished,
                said::add);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @Test
    void nothingIsClaimedBeforeItWasLookedAt() {
        assertThat(model.results()).hasSize(Topic.values().length).allMatch(result -> result.state() == State.NOT_RUN);
        assertThat(model.ranProperty().get()).isEmpty();
    }

    @Test
    void everyCheckAnswersWithAWord() {
        model.runAll();

        assertThat(model.runningProperty().get()).isFalse();
        assertThat(model.results()).noneMatch(result -> result.state() == State.NOT_RUN || result.state() == State.RUNNING);
        assertThat(result(Topic.CHAIN).word()).isEqualTo("All is well");
        assertThat(result(Topic.BACKUPS).findings().getFirst().fix()).isEqualTo(Fix.BACKUP);
        assertThat(result(Topic.UNLOCK).state()).isEqualTo(State.WARNING);
        assertThat(result(Topic.LOCK_SIGNALS).state()).isEqualTo(State.WARNING);
        assertThat(result(Topic.UNFINISHED).state()).isEqualTo(State.WELL);
    }

    @Test
    void filesLeftByACrashAreToldOf() {
        unfinished = 2;
        model.runAll();

        assertThat(result(Topic.UNFINISHED).findings().getFirst().what()).isEqualTo("2 jobs were interrupted.");
    }

    @Test
    void aClockBehindTheNewestEventIsToldOf() {
        vault.clock().turnTo(SeededVault.NOW.minus(Duration.ofDays(1)));
        model.runAll();

        assertThat(result(Topic.CLOCK).state()).isEqualTo(State.WARNING);
    }

    @Test
    void permissionsAreMendedAndLookedAtAgain() throws Exception {
        Path header = temporary.resolve("Personal.keyhold/vault.json");
        Files.setPosixFilePermissions(header, PosixFilePermissions.fromString("rw-r--r--"));
        model.runAll();
        assertThat(result(Topic.FOLDER).findings()).anyMatch(found -> found.fix() == Fix.PERMISSIONS);

        model.repairPermissions();

        assertThat(result(Topic.FOLDER).findings()).noneMatch(found -> found.fix() == Fix.PERMISSIONS);
        assertThat(said).contains("One file is for you alone now.");
    }

    @Test
    void theReportNamesEveryCheckAndFinding() throws Exception {
        model.runAll();
        Path file = temporary.resolve("report.txt");
        model.save(file);

        assertThat(file)
                .content()
                .contains("[All is well] Audit chain")
                .contains("backup: This vault has never been backed up.");
        model.save(file);
        assertThat(model.problemProperty().get()).isPresent();
    }

    private Result result(Topic topic) {
        return model.results().get(topic.ordinal());
    }
}
