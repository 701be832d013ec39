package app.keyhold.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.audit.Verification;
import app.keyhold.crypto.SecretBytes;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two programs on one vault, and programs that are killed.
@Timeout(120)
class ProcessesTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makesARegion() {
        file = folder.resolve("us-east-1.db");
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion region =
                        SqliteRegion.create(file, key, Samples.REGION, Samples.SIGNING, StoreOptions.LOCAL)) {
            RegionCheckTest.introduceAuditKey(region);
        }
    }

    private SqliteRegion open() {
        try (SecretBytes key = Samples.databaseKey()) {
            return SqliteRegion.open(file, key, Samples.REGION, Samples.SIGNING, StoreOptions.LOCAL, (_, _, _) -> {});
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        long acknowledged = 0;
        try (WriterProcess writer = WriterProcess.start(file, 100_000, 7)) {
            for (int i = 0; i < 25; i++) {
                acknowledged = writer.next();
            }
            writer.kill();
            for (long more = writer.next(); more > 0; more = writer.next()) {
                acknowledged = more;
            }
        }
        try (SqliteRegion region = open()) {
            CheckReport report = region.check(Optional.empty(), _ -> {});
            assertThat(report.pages()).isEmpty();
            assertThat(report.rows()).isEmpty();
            assertThat(report.chain().head().number()).isGreaterThanOrEqualTo(acknowledged);
            // Rows come in groups of seven after the first, or not at all.
            assertThat((report.chain().head().number() - 1) % 7).isZero();
            assertThat(report.chain().findings()).isEmpty();
        }
    }

    @Test
    void twoProcessesWriteOneChain() throws Exception {
        try (SqliteRegion region = open();
                WriterProcess other = WriterProcess.start(file, 60, 5)) {
            long theirs = other.next();
            long mine = 0;
            long turns = 0;
            while (theirs > 0) {
                Samples.append(region, Samples.use(Samples.NOON), Samples.use(Samples.NOON));
                mine += 2;
                turns++;
                theirs = other.next();
            }
            assertThat(other.exit()).isZero();
            assertThat(turns).isEqualTo(60);
            Verification chain = region.check(Optional.empty(), _ -> {}).chain();
            assertThat(chain.rows()).isEqualTo(1 + 60 * 5 + mine);
            assertThat(chain.findings()).isEmpty();
        }
    }

    @Test
    void oneOfTwoWritersIsKilledAndTheOtherGoesOn() throws Exception {
        try (WriterProcess killed = WriterProcess.start(file, 100_000, 3);
                WriterProcess other = WriterProcess.start(file, 100_000, 4)) {
            for (int i = 0; i < 20; i++) {
                killed.next();
                other.next();
            }
            killed.kill();
            for (int i = 0; i < 100; i++) {
                assertThat(other.next()).isPositive();
            }
            other.kill();
            while (killed.next() > 0 || other.next() > 0) {
                // What they said before they ended counts too.
            }
            try (SqliteRegion region = open()) {
                CheckReport report = region.check(Optional.empty(), _ -> {});
                assertThat(report.pages()).isEmpty();
                assertThat(report.chain().findings()).isEmpty();
                for (WriterProcess writer : List.of(killed, other)) {
                    writer.acknowledged().forEach((number, hash) -> assertThat(
                                    region.view().audit().row(number).map(row -> row.hash().hex()))
                            .as("row #%d", number)
                            .hasValue(hash));
                }
            }
        }
    }

    @Test
    void aChangeOfAnotherProcessIsSeenAtTheNextView() {
        try (SqliteRegion here = open();
                SqliteRegion there = open()) {
            Samples.write(here, work -> work.put(Samples.key(1)));
            assertThat(there.view().key(Samples.id(1))).isPresent();
            Samples.write(there, work -> work.remove(Samples.key(1)));
            assertThat(here.view().key(Samples.id(1))).isEmpty();
        }
    }
}
