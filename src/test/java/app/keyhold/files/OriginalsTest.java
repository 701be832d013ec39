package app.keyhold.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.keyhold.files.FileException.Kind;
import app.keyhold.files.bin.Bin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Originals on their way to the bin.
class OriginalsTest {
    @TempDir
    private Path folder;

    private final SmallDoor door = new SmallDoor();
    private Path report;
    private Path binned;

    @BeforeEach
    void writeReport() throws IOException {
        report = Files.writeString(Files.createDirectory(folder.resolve("papers")).resolve("report"), "the report");
        binned = folder.resolve("bin/files/report");
    }

    @Test
    void areInTheBinOnceTheEncryptedFileIsThere() {
        var result = encrypt(Bin.in(folder.resolve("bin"), () -> Instant.EPOCH), Progress.none());

        assertThat(result.binned()).containsExactly(report);
        assertThat(result.problems()).isEmpty();
        assertThat(report).doesNotExist();
        assertThat(binned).hasContent("the report");
        assertThat(FileService.isMessage(result.target())).isTrue();
    }

    @Test
    void goOnlyAfterTheEncryptedFileWasReadBackSyncedAndNamed() {
        var order = order();
        var phases = new ArrayList<Phase>();
        Bin looking = file -> {
            assertThat(phases).contains(Phase.VERIFYING, Phase.FINISHING);
            assertThat(FileService.isMessage(folder.resolve("papers/report.khd"))).isTrue();
        };

        encrypt(looking, watching(phases));

        assertThat(order.verified(false).synced(false))
                .satisfies(it -> assertThat(it.verify()).isTrue())
                .satisfies(it -> assertThat(it.sync()).isTrue());
    }

    @Test
    void stayWhenThereIsNoBin() {
        var result = encrypt(file -> {
            throw new IOException("Invalid cross-device link");
        }, Progress.none());

        assertThat(result.binned()).isEmpty();
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(report);
            assertThat(problem.sentence())
                    .isEqualTo("report is encrypted and stays where it is: it could not be moved to the bin"
                            + " (Invalid cross-device link). Move it yourself.");
        });
        assertThat(report).hasContent("the report");
    }

    @Test
    void stayWhenTheyChangedAfterTheyHadBeenRead() {
        door.material = Optional.of("newest");
        var files = new FileService(door.client(), Optional.empty(), Bin.in(folder.resolve("bin"), () -> Instant.EPOCH));

        var result = (FileResult.Written) files.encrypt(order(), new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                if (phase == Phase.FINISHING) {
                    append();
                }
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        });

        assertThat(result.binned()).isEmpty();
        assertThat(result.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Kind.SOURCE_CHANGED));
        assertThat(report).hasContent("the report!");
    }

    @Test
    void stayWhenEncryptionFails() {
        door.keys.clear();

        assertThatThrownBy(() -> encrypt(Bin.in(folder.resolve("bin"), () -> Instant.EPOCH), Progress.none()))
                .isInstanceOf(FileException.class);
        assertThat(report).hasContent("the report");
    }

    @Test
    void stayWhenTheNameWasTakenAndTheOrderWasToSkip() throws Exception {
        Files.writeString(folder.resolve("papers/report.khd"), "somebody's");
        var files = new FileService(door.client(), Optional.empty(), Bin.in(folder.resolve("bin"), () -> Instant.EPOCH));

        var result = files.encrypt(order().onCollision(Collision.SKIP), Progress.none());

        assertThat(result).isInstanceOf(FileResult.Skipped.class);
        assertThat(report).hasContent("the report");
    }

    private FileResult.Written encrypt(Bin bin, Progress progress) {
        return (FileResult.Written)
                new FileService(door.client(), Optional.empty(), bin).encrypt(order(), progress);
    }

    private EncryptOrder order() {
        return EncryptOrder.of(report, Sealing.under(SmallDoor.ARN)).original(Original.BIN);
    }

    private void append() {
        try {
            Files.writeString(report, "!", StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static Progress watching(List<Phase> phases) {
        return new Progress() {
            @Override
            public void at(Phase phase, long done, long total) {
                phases.add(phase);
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }
}
