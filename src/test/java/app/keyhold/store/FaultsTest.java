package app.keyhold.store;

import static app.keyhold.store.Samples.NOON;
import static app.keyhold.store.Samples.REGION;
import static app.keyhold.store.Samples.SIGNING;
import static app.keyhold.store.Samples.key;
import static app.keyhold.store.Samples.use;
import static app.keyhold.store.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.keyhold.crypto.Randomness;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each thing that can be wrong with a file gets its own answer.
@Timeout(60)
class FaultsTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makesARegion() {
        file = folder.resolve("us-east-1.db");
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion region = SqliteRegion.create(file, key, REGION, SIGNING, StoreOptions.LOCAL)) {
            write(region, work -> work.put(key(1)));
        }
    }

    private SqliteRegion open(SecretBytes key, StoreOptions options) {
        return SqliteRegion.open(file, key, REGION, SIGNING, options, (_, _, _) -> {});
    }

    private SqliteRegion open() {
        try (SecretBytes key = Samples.databaseKey()) {
            return open(key, StoreOptions.LOCAL);
        }
    }

    private static Kind kindOf(ThrowingCallable call) {
        return catchThrowableOfType(StoreException.class, call).kind();
    }

    @Test
    void anotherKeyIsTakenForDamage() {
        try (SecretBytes other = Randomness.secret(32)) {
            assertThat(kindOf(() -> open(other, StoreOptions.LOCAL).close())).isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void aFlippedByteIsDamage() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(100);
            int old = bytes.read();
            bytes.seek(100);
            bytes.write(old ^ 1);
        }
        assertThat(kindOf(() -> open().close())).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void aMissingFileIsDamageAndIsNotMadeAnew() throws IOException {
        Files.delete(file);
        assertThat(kindOf(() -> open().close())).isEqualTo(Kind.DAMAGED);
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherVaultsFileIsRefused() {
        try (SecretBytes key = Samples.databaseKey()) {
            var other = new RegionIdentity("another", REGION.account(), REGION.region());
            assertThat(kindOf(() -> SqliteRegion.open(file, key, other, SIGNING, StoreOptions.LOCAL, (_, _, _) -> {})
                            .close()))
                    .isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void aSecondUserOfASynchronisedFolderIsTurnedAway() {
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion first = open(key, StoreOptions.SYNCHRONISED)) {
            assertThat(kindOf(() -> open(key, StoreOptions.SYNCHRONISED).close())).isEqualTo(Kind.BUSY);
            assertThat(first.view().customerKeyCount()).isEqualTo(1);
        }
    }

    @Test
    void aFullDiskKeepsWhatWasThereAndStillLetsTheVaultLock() {
        try (SqliteRegion region = open()) {
            limitPages(region, 0);
            assertThat(kindOf(() -> fill(region))).isEqualTo(Kind.NO_SPACE);
            assertThat(Files.exists(folder.resolve("us-east-1.db-reserve"))).isFalse();
            assertThat(region.view().key(Samples.id(1))).isPresent();
            long head = region.view().audit().head().number();
            limitPages(region, 1_000);
            try (var transaction = region.beginFromReserve()) {
                transaction.append(use(NOON));
                transaction.commit();
            }
            region.checkpoint(NOON);
            assertThat(region.view().audit().head().number()).isEqualTo(head + 1);
        }
    }

    @Test
    void theReserveIsMadeAnewWhenThereIsSpace() {
        try (SqliteRegion region = open()) {
            limitPages(region, 0);
            assertThat(kindOf(() -> fill(region))).isEqualTo(Kind.NO_SPACE);
            limitPages(region, 1_000);
            region.begin().close();
            assertThat(folder.resolve("us-east-1.db-reserve")).hasSize(4 << 20);
        }
    }

    @Test
    void aFailedCommitLeavesTheOutcomeToBeLookedUp() {
        try (SqliteRegion region = open()) {
            failCommit(region);
            assertThat(region.view().audit().row(2)).isEmpty();
            Samples.append(region, use(NOON));
            assertThat(region.view().audit().row(2)).isPresent();
        }
    }

    @Test
    void anOlderCopyPutInItsPlaceIsNotUsed() throws IOException {
        Path copy = folder.resolve("copy.db");
        Path away = folder.resolve("away.db");
        try (SqliteRegion region = open()) {
            region.vacuumInto(copy);
            Samples.append(region, use(NOON));
            failCommit(region);
            Files.move(file, away);
            Files.move(copy, file);

            assertThat(catchThrowableOfType(StoreException.class, region::reopen))
                    .hasMessageContaining("lacks row #2")
                    .extracting(StoreException::kind)
                    .isEqualTo(Kind.DAMAGED);
            assertThat(kindOf(region::begin)).isEqualTo(Kind.DAMAGED);

            Files.move(file, copy);
            Files.move(away, file);
            Samples.append(region, use(NOON));
            assertThat(region.view().audit().head().number()).isEqualTo(3);
        }
    }

    @Test
    void aMissingFileCanComeBack() throws IOException {
        Path away = folder.resolve("away.db");
        try (SqliteRegion region = open()) {
            failCommit(region);
            Files.move(file, away);
            assertThat(kindOf(region::reopen)).isEqualTo(Kind.DAMAGED);
            assertThat(file).doesNotExist();

            Files.move(away, file);
            region.reopen();
            assertThat(region.view().key(Samples.id(1))).isPresent();
        }
    }

    @Test
    void aChainThatWasBrokenBehindItIsNotContinued() {
        try (SqliteRegion region = open()) {
            failCommit(region);
            behindItsBack("INSERT INTO audit SELECT 2, time, kind, changes, hash, body FROM audit WHERE number = 1");

            assertThat(catchThrowableOfType(StoreException.class, region::reopen))
                    .hasMessageContaining("does not go on after row #1");
        }
    }

    @Test
    void whatAnotherProcessWroteMeanwhileIsTaken() {
        try (SqliteRegion region = open();
                SqliteRegion other = open()) {
            failCommit(region);
            Samples.append(other, use(NOON), use(NOON));

            region.reopen();

            assertThat(region.view().audit().head().number()).isEqualTo(3);
        }
    }

    @Test
    void aReaderThatIsBusyWhenACommitFailsKeepsNobodyWaiting() throws Exception {
        var reading = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        try (SqliteRegion region = open();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            SqlSource readers = region.connection().open().readers();
            Future<Long> slow = threads.submit(() -> readers.read(sql -> {
                reading.countDown();
                awaitUninterruptibly(goOn);
                return sql.number("SELECT count(*) FROM keys");
            }));
            reading.await();

            failCommit(region);
            Samples.append(region, use(NOON));

            goOn.countDown();
            assertThat(slow.get()).isEqualTo(1);
            assertThat(kindOf(() -> readers.readOnce(sql -> sql.number("SELECT 1"))))
                    .isEqualTo(Kind.CLOSED);
        }
    }

    @Test
    void aReadOnlyFileSaysSo() throws IOException {
        assumeFalse(
                "root".equals(System.getProperty("user.name")), "root may write everything");
        file.toFile().setWritable(false);
        assertThat(kindOf(() -> {
                    try (SqliteRegion region = open()) {
                        Samples.append(region, use(NOON));
                    }
                }))
                .isEqualTo(Kind.READ_ONLY);
    }

    @Test
    void aNewerFormatIsRefusedUntouched() throws IOException {
        behindItsBack("PRAGMA user_version = 7");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(NewerFormatException.class, newer -> assertThat(newer.found())
                        .isEqualTo(7));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anOlderFormatIsKeptBeforeItIsMigrated() {
        Path kept = folder.resolve("kept.db");
        try (SecretBytes key = Samples.databaseKey();
                var database = new EncryptedDatabase(file, key, StoreOptions.LOCAL);
                Sql sql = database.connectWriter()) {
            new Migrations(List.of("region.sql", "migration-of-a-test.sql"))
                    .apply(sql, (copy, from, to) -> copy.to(kept), target -> database.vacuumInto(sql, target));
            assertThat(sql.number("PRAGMA user_version")).isEqualTo(2);
            assertThat(sql.number("SELECT count(*) FROM later")).isZero();
            try (var old = new EncryptedDatabase(kept, key, StoreOptions.LOCAL);
                    Sql oldSql = old.connectWriter()) {
                assertThat(oldSql.number("PRAGMA user_version")).isEqualTo(1);
                assertThat(oldSql.number("SELECT count(*) FROM keys")).isEqualTo(1);
            }
        }
    }

    @Test
    void aMigrationThatFailsLeavesTheOldFormat() {
        try (SecretBytes key = Samples.databaseKey();
                var database = new EncryptedDatabase(file, key, StoreOptions.LOCAL);
                Sql sql = database.connectWriter()) {
            var migrations = new Migrations(List.of("region.sql", "migration-of-a-test.sql", "failing-migration-of-a-test.sql"));
            assertThatThrownBy(() -> migrations.apply(sql, (_, _, _) -> {}, _ -> {})).isInstanceOf(StoreException.class);
            assertThat(sql.number("PRAGMA user_version")).isEqualTo(1);
            assertThat(sql.number("SELECT count(*) FROM sqlite_schema WHERE name = 'later'")).isZero();
        }
    }

    private void behindItsBack(String statement) {
        try (SecretBytes key = Samples.databaseKey();
                var database = new EncryptedDatabase(file, key, StoreOptions.LOCAL);
                Sql sql = database.connectWriter()) {
            sql.execute(statement);
        }
    }

    private static void failCommit(SqliteRegion region) {
        try (var transaction = region.begin()) {
            transaction.append(use(NOON));
            transaction.audit();
            region.connection().open().writer().execute("ROLLBACK");
            assertThat(kindOf(transaction::commit)).isEqualTo(Kind.OUTCOME_UNKNOWN);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void fill(SqliteRegion region) {
        for (int i = 10; i < 1_000; i++) {
            int number = i;
            write(region, work -> work.put(key(number)));
        }
    }

    /// SQLite answers as on a full disk once the file would need more pages than it has now and `more`.
    private static void limitPages(SqliteRegion region, int more) {
        region.connection().exclusively(open -> {
            Sql sql = open.writer();
            long pages = sql.number("PRAGMA page_count") + more;
            sql.execute("PRAGMA max_page_count = " + pages);
            return true;
        });
    }
}
