package app.keyhold.store;

import static app.keyhold.store.Samples.NOON;
import static app.keyhold.store.Samples.REGION;
import static app.keyhold.store.Samples.SIGNER;
import static app.keyhold.store.Samples.SIGNING;
import static app.keyhold.store.Samples.alias;
import static app.keyhold.store.Samples.event;
import static app.keyhold.store.Samples.id;
import static app.keyhold.store.Samples.key;
import static app.keyhold.store.Samples.use;
import static app.keyhold.store.Samples.user;
import static app.keyhold.store.Samples.write;
import static org.assertj.core.api.Assertions.assertThat;

import app.keyhold.BesideOthers;
import app.keyhold.audit.AuditEvent;
import app.keyhold.audit.AuditEvent.Effect;
import app.keyhold.audit.ChainFinding;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.Detail;
import app.keyhold.crypto.Blob;
import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.RegionStore;
import app.keyhold.kms.file.KnownFile;
import app.keyhold.kms.file.KnownPath;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.key.KeyState;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages are authenticated, not dated: what an attacker without the passphrase can do to a file is put older pages back.
@BesideOthers
class RegionCheckTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makesAnAuditedRegion() {
        file = folder.resolve("us-east-1.db");
        try (SecretBytes key = Samples.databaseKey();
                SqliteRegion region = SqliteRegion.create(file, key, REGION, SIGNING, StoreOptions.LOCAL)) {
            introduceAuditKey(region);
            write(region, work -> {
                work.put(key(1));
                work.put(key(2));
                work.put(alias("one", 1));
                work.put(user("eva"));
            });
        }
    }

    static void introduceAuditKey(RegionStore region) {
        try (RegionStore.Transaction transaction = region.begin()) {
            var written = transaction.write(NOON, work -> {
                work.putSetting(SettingNames.INCARNATION, "first");
                return "done";
            });
            AuditEvent event = event("CreateVault", Effect.ADMINISTRATION, NOON, written.changes());
            transaction.append(new AuditEvent(
                    event.time(),
                    event.id(),
                    event.requestId(),
                    event.kind(),
                    event.source(),
                    event.name(),
                    event.effect(),
                    event.actor(),
                    event.resources(),
                    event.requestParameters(),
                    event.responseElements(),
                    Detail.members(
                            Map.of("auditPublicKey", new Detail.Text(SIGNER.publicKey().base64()))),
                    event.outcome(),
                    event.changes()));
            transaction.commit();
        }
    }

    private SqliteRegion open() {
        try (SecretBytes key = Samples.databaseKey()) {
            return SqliteRegion.open(file, key, REGION, SIGNING, StoreOptions.LOCAL, (_, _, _) -> {});
        }
    }

    private CheckReport check() {
        try (SqliteRegion region = open()) {
            return region.check(Optional.empty(), _ -> {});
        }
    }

    /// Changes a row behind the store's back, as an old page would.
    private void behindItsBack(String sql) {
        try (SecretBytes key = Samples.databaseKey();
                var database = new EncryptedDatabase(file, key, StoreOptions.LOCAL);
                Sql connection = database.connectWriter()) {
            connection.execute("PRAGMA foreign_keys=OFF");
            connection.execute(sql);
        }
    }

    @Test
    void anUntouchedRegionIsIntact() {
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(key(1).withState(KeyState.Disabled)));
            region.checkpoint(NOON);
            write(region, work -> work.remove(key(2)));
            region.checkpoint(NOON);
        }
        CheckReport report = check();
        assertThat(report.rows()).isEmpty();
        assertThat(report.chain().findings()).isEmpty();
        assertThat(report.pages()).isEmpty();
        assertThat(report.chain().checkpoints()).isEqualTo(2);
    }

    @Test
    void anOldPagePutBackIsFoundThoughSqliteFindsNothingWrong() throws IOException {
        Path old = folder.resolve("old.db");
        Files.copy(file, old, StandardCopyOption.REPLACE_EXISTING);
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(key(1).withState(KeyState.Disabled)));
        }
        int spliced = 0;
        for (int page = 1; page < Files.size(old) / PAGE; page++) {
            byte[] now = page(file, page);
            byte[] then = page(old, page);
            if (!Arrays.equals(now, then)) {
                writePage(file, page, then);
                if (isDisabled()) {
                    writePage(file, page, now);
                } else {
                    spliced = page;
                    break;
                }
            }
        }
        assertThat(spliced).isPositive();
        CheckReport report = check();
        assertThat(report.pages()).isEmpty();
        assertThat(report.rows()).contains(new RowFinding.Older("key", id(1), 2, 3));
    }

    private boolean isDisabled() {
        try (SqliteRegion region = open()) {
            return region.view().key(id(1)).orElseThrow().state() == KeyState.Disabled;
        } catch (RuntimeException notEvenReadable) {
            return true;
        }
    }

    @Test
    void aRowPutBackAfterItsRemovalIsFound() {
        try (SqliteRegion region = open()) {
            write(region, work -> work.remove(user("eva")));
        }
        behindItsBack("INSERT INTO identities SELECT '" + user("eva").principal().arn() + "', x'4B4850520102"
                + "0000000C313233343536373839303132" + "00000003657661', 'AIDAeva', x'4B48504F01', NULL, NULL, 1, NULL, 0, 2");
        assertThat(check().rows()).containsExactly(new RowFinding.PutBack("identity", user("eva").principal().arn(), 3));
    }

    @Test
    void aFileThatIsSaidToBeOnAnotherMaterialIsFound() {
        try (SqliteRegion region = open()) {
            write(region, work -> {
                work.put(new KnownFile("aa", id(1), "old", 7, NOON, Optional.empty()));
                work.put(new KnownFile("bb", id(1), "old", 7, NOON, Optional.of(KnownPath.of("/b"))));
            });
        }
        assertThat(check().rows()).isEmpty();
        behindItsBack("UPDATE files SET material_id = 'new' WHERE message_id = x'aa'");
        behindItsBack("DELETE FROM files WHERE message_id = x'bb'");
        assertThat(check().rows())
                .containsExactlyInAnyOrder(
                        new RowFinding.Differs("file", "aa/" + id(1) + "#0", 3), new RowFinding.Missing("file", "bb/" + id(1) + "#0", 3));
    }

    @Test
    void grantsThatWentWithTheirKeyAreNotMissed() {
        try (SqliteRegion region = open()) {
            write(region, work -> {
                work.put(GrantSamples.everything(1, 1));
                work.put(GrantSamples.everything(2, 1));
                work.put(GrantSamples.everything(2, 2));
            });
            region.checkpoint(NOON);
            write(region, work -> work.remove(key(2)));
            region.checkpoint(NOON);
        }
        CheckReport report = check();
        assertThat(report.rows()).isEmpty();
        assertThat(report.chain().findings()).isEmpty();
    }

    @Test
    void aRevokedGrantPutBackIsFound() {
        Grant revoked = GrantSamples.everything(1, 1);
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(revoked));
            write(region, work -> work.put(GrantSamples.everything(1, 2)));
            write(region, work -> work.remove(revoked));
        }
        behindItsBack("INSERT INTO grants SELECT key_id, '" + revoked.id()
                + "', name, created, grantee, grantee_id, retiring, retiring_id, issuer, operations, constraints, anchor, 3"
                + " FROM grants");
        behindItsBack("UPDATE grant_counts SET count = count + 1");
        assertThat(check().rows()).containsExactly(new RowFinding.PutBack("grant", id(1) + "/" + revoked.id(), 5));
    }

    @Test
    void aGrantThatAllowsMoreThanItsEventIsFound() {
        Grant made = GrantSamples.everything(1, 1);
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(made));
        }
        behindItsBack("UPDATE grants SET grantee = '" + user("eva").principal().arn() + "'");
        assertThat(check().rows()).containsExactly(new RowFinding.Differs("grant", id(1) + "/" + made.id(), 3));
    }

    @Test
    void aGrantKeptWhereNoRequestFindsItIsNamed() {
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(GrantSamples.everything(1, 1)));
        }
        behindItsBack("UPDATE grants SET anchor = '=0'");
        assertThat(check().rows()).first().isInstanceOf(RowFinding.Unreadable.class);
    }

    @Test
    void aNumberOfGrantsThatIsWrongIsNamed() {
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(GrantSamples.everything(1, 1)));
        }
        behindItsBack("UPDATE grant_counts SET count = 0");
        assertThat(check().rows())
                .containsExactly(new RowFinding.Unreadable(
                        "grant", "", "The number of grants of 1 keys is not what is kept of it"));
    }

    @Test
    void aRowThatIsGoneIsFound() {
        behindItsBack("DELETE FROM aliases");
        assertThat(check().rows()).containsExactly(new RowFinding.Missing("alias", "alias/one", 2));
    }

    @Test
    void workForAnotherRegionTakenFromTheOutboxIsFound() {
        try (SqliteRegion region = open()) {
            write(region, work -> work.put(
                    new OutboxEntry("1", "eu-west-1", OutboxEntry.Kind.HEADER, "", Blob.of(new byte[0]), NOON, 0)));
            write(region, work -> work.put(new AppliedOperation("2", "eu-west-1", NOON)));
        }
        behindItsBack("DELETE FROM outbox");
        behindItsBack("UPDATE applied SET source = 'eu-west-2'");
        assertThat(check().rows())
                .containsExactlyInAnyOrder(
                        new RowFinding.Missing("outbox", "eu-west-1/HEADER/", 3),
                        new RowFinding.Differs("applied", "2", 4));
    }

    @Test
    void aRowNoEventWroteIsFound() {
        behindItsBack("INSERT INTO settings VALUES ('vault.lock', 'never', 2)");
        assertThat(check().rows()).containsExactly(new RowFinding.Unrecorded("setting", "vault.lock"));
    }

    @Test
    void aRowWithAnotherContentIsFound() {
        behindItsBack("UPDATE keys SET policy = '{}' WHERE id = '" + id(1) + "'");
        assertThat(check().rows()).containsExactly(new RowFinding.Differs("key", id(1), 2));
    }

    @Test
    void aColumnThatLiesAboutItsBodyIsFound() {
        behindItsBack("UPDATE audit_kinds SET principal = 'arn:aws:iam::123456789012:user/eva' WHERE id = (SELECT kind FROM audit WHERE number = 2)");
        assertThat(check().chain().findings())
                .singleElement()
                .isInstanceOf(ChainFinding.ColumnsDiffer.class)
                .extracting(ChainFinding::number)
                .isEqualTo(2L);
    }

    @Test
    void anEventLeftOutOfAnIndexIsFound() {
        behindItsBack("DELETE FROM audit_resources WHERE kind = (SELECT kind FROM audit WHERE number = 2)");
        assertThat(check().rows()).containsExactly(new RowFinding.IndexDiffers("resources", 2, 1));
    }

    @Test
    void aWrongCountOfKeysIsFound() {
        behindItsBack("UPDATE key_counts SET count = 0");
        assertThat(check().rows()).containsExactly(new RowFinding.CountDiffers("keys", 2, 0));
    }

    @Test
    void rowsCutOffAreFoundByACheckpointKeptOutside() {
        Checkpoint kept;
        try (SqliteRegion region = open()) {
            Samples.append(region, use(NOON), use(NOON));
            kept = region.checkpoint(NOON);
        }
        behindItsBack("DELETE FROM checkpoints");
        behindItsBack("DELETE FROM audit WHERE number > 2");
        try (SqliteRegion region = open()) {
            assertThat(region.check(Optional.of(kept), _ -> {}).chain().findings())
                    .contains(new ChainFinding.Truncated(4, 2));
        }
    }

    private static byte[] page(Path file, int number) throws IOException {
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "r")) {
            byte[] page = new byte[PAGE];
            pages.seek((long) number * PAGE);
            pages.readFully(page);
            return page;
        }
    }

    private static void writePage(Path file, int number, byte[] page) throws IOException {
        try (RandomAccessFile pages = new RandomAccessFile(file.toFile(), "rw")) {
            pages.seek((long) number * PAGE);
            pages.write(page);
        }
    }
}
