package app.keyhold.store;

import app.keyhold.audit.AuditHead;
import app.keyhold.audit.AuditTrail;
import app.keyhold.audit.Chain;
import app.keyhold.audit.ChainVerifier;
import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.audit.RecordedState.Recorded;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.audit.Verification;
import app.keyhold.store.StoredDigests.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Pages, chain, and every stored row against the newest event that wrote it: pages are authenticated but not dated, so
/// an older one put back is only found here.
///
/// What is stored is read in one transaction, the chain afterwards up to the head of that moment.
final class RegionCheck {
    private final RegionIdentity region;
    private final List<RowFinding> findings = new ArrayList<>();

    RegionCheck(RegionIdentity region) {
        this.region = region;
    }

    /// Everything as of one moment.
    ///
    /// @param events how many the roll-up counts
    /// @param mentions how many mentions of resources the index holds
    /// @param keys how many there are
    /// @param counted how many there ought to be by their own count
    private record Moment(
            List<String> pages,
            AuditHead head,
            List<Checkpoint> checkpoints,
            StoredDigests stored,
            long events,
            long mentions,
            long keys,
            long counted) {}

    CheckReport run(SqlSource source, Chain chain, Optional<Checkpoint> outside, LongConsumer progress) {
        Moment moment = source.read(this::look);
        var verifier = new ChainVerifier(chain, moment.checkpoints(), outside);
        AuditTrail trail = new SqliteTrail(source);
        var mentions = new Object() {
            long count;
        };
        trail.scanStored(1, moment.head().number(), row -> {
            verifier.accept(row);
            mentions.count += new HashSet<>(row.columns().resources()).size();
            if (row.number() % 10_000 == 0) {
                progress.accept(row.number());
            }
        });
        Verification verified = verifier.finish();
        compare(moment.stored().rows(), verifier.recordedState().rows());
        compareIndex("hours", verified.rows(), moment.events());
        compareIndex("resources", mentions.count, moment.mentions());
        if (moment.keys() != moment.counted()) {
            findings.add(new RowFinding.CountDiffers("keys", moment.keys(), moment.counted()));
        }
        return new CheckReport(moment.pages(), verified, findings);
    }

    private Moment look(Sql sql) {
        findings.clear();
        var stored = new StoredDigests();
        gather(RowDigest.KEY, () -> new KeyTable(region).eachStored(sql, stored));
        gather(RowDigest.IMPORT, () -> new ImportTable().eachStored(sql, stored));
        gather(RowDigest.ALIAS, () -> new AliasTable().eachStored(sql, stored));
        gather(RowDigest.KEY_STORE, () -> new KeyStoreTable().eachStored(sql, stored));
        gather(RowDigest.TOKEN, () -> new TokenTable().eachStored(sql, stored));
        gather(RowDigest.GRANT, () -> new GrantTable().eachStored(sql, stored));
        gather(RowDigest.IDENTITY, () -> new IdentityTable().eachStored(sql, stored));
        gather(RowDigest.ACCESS_KEY, () -> new AccessKeyTable().eachStored(sql, stored));
        gather(RowDigest.SETTING, () -> new SettingTable().eachStored(sql, stored));
        gather(RowDigest.OUTBOX, () -> new OutboxTable().eachStoredEntry(sql, stored));
        gather(RowDigest.APPLIED, () -> new OutboxTable().eachStoredApplied(sql, stored));
        gather(RowDigest.FILE, () -> new FileTable().eachStored(sql, stored));
        return new Moment(
                EncryptedDatabase.quickCheck(sql),
                new AuditTable().head(sql),
                new CheckpointTable().all(sql),
                stored,
                sql.number("SELECT sum(count) FROM audit_hours WHERE kind > 0"),
                sql.number("SELECT sum(a.count) FROM audit_resources r JOIN audit_days a ON a.kind = r.kind"),
                sql.number("SELECT count(*) FROM keys"),
                sql.number("SELECT sum(count) FROM key_counts"));
    }

    private void gather(String kind, Runnable table) {
        try {
            table.run();
        } catch (MalformedRecordException | IllegalArgumentException unreadable) {
            findings.add(new RowFinding.Unreadable(kind, "", String.valueOf(unreadable.getMessage())));
        }
    }

    private void compare(Map<Row, Stored> stored, Map<Row, Recorded> recorded) {
        stored.forEach((row, found) -> Optional.ofNullable(recorded.get(row))
                .ifPresentOrElse(
                        expected -> compare(row, found, expected),
                        () -> findings.add(new RowFinding.Unrecorded(row.kind(), row.identity()))));
        recorded.forEach((row, expected) -> {
            if (expected.digest().isPresent() && !stored.containsKey(row)) {
                findings.add(new RowFinding.Missing(row.kind(), row.identity(), expected.number()));
            }
        });
    }

    private void compare(Row row, Stored found, Recorded expected) {
        if (expected.digest().isEmpty()) {
            findings.add(new RowFinding.PutBack(row.kind(), row.identity(), expected.number()));
        } else if (found.changedBy() < expected.number()) {
            findings.add(new RowFinding.Older(row.kind(), row.identity(), found.changedBy(), expected.number()));
        } else if (found.changedBy() > expected.number()) {
            findings.add(new RowFinding.Newer(row.kind(), row.identity(), found.changedBy(), expected.number()));
        } else if (!expected.digest().get().equals(found.digest())) {
            findings.add(new RowFinding.Differs(row.kind(), row.identity(), expected.number()));
        }
    }

    private void compareIndex(String name, long expected, long found) {
        if (expected != found) {
            findings.add(new RowFinding.IndexDiffers(name, expected, found));
        }
    }
}
