package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.kms.outbox.AppliedOperation;
import app.keyhold.kms.outbox.OutboxEntry;
import java.util.List;
import java.util.Optional;

/// What other Regions still have to do for this one, and what this one has done for others.
final class OutboxTable {
    private static final String ENTRIES = "SELECT id, target, kind, subject, payload, since, changed_by FROM outbox ";
    private static final String APPLIED = "SELECT id, source, time, changed_by FROM applied ";

    List<OutboxEntry> entries(Sql sql) {
        return sql.list(ENTRIES + "ORDER BY changed_by, target, kind, subject", OutboxTable::readEntry);
    }

    Optional<OutboxEntry> find(Sql sql, String target, OutboxEntry.Kind kind, String subject) {
        return sql.first(
                ENTRIES + "WHERE target = ? AND kind = ? AND subject = ?",
                OutboxTable::readEntry,
                target,
                kind.name(),
                subject);
    }

    List<Change> put(Sql sql, OutboxEntry entry, long changedBy) {
        Change change = RowDigest.of(entry);
        if (find(sql, entry.target(), entry.kind(), entry.subject()).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO outbox (id, target, kind, subject, payload, since, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (target, kind, subject) DO UPDATE SET
                    id = excluded.id, payload = excluded.payload, since = excluded.since,
                    changed_by = excluded.changed_by""",
                entry.id(),
                entry.target(),
                entry.kind().name(),
                entry.subject(),
                entry.payload(),
                Times.nanos(entry.since()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, OutboxEntry entry) {
        return sql.update(
                                "DELETE FROM outbox WHERE target = ? AND kind = ? AND subject = ?",
                                entry.target(),
                                entry.kind().name(),
                                entry.subject())
                        > 0
                ? List.of(RowDigest.removed(RowDigest.OUTBOX, RowDigest.outboxIdentity(entry)))
                : List.of();
    }

    List<AppliedOperation> applied(Sql sql) {
        return sql.list(APPLIED + "ORDER BY id", OutboxTable::readApplied);
    }

    List<Change> put(Sql sql, AppliedOperation operation, long changedBy) {
        Change change = RowDigest.of(operation);
        boolean there = sql.first(APPLIED + "WHERE id = ?", OutboxTable::readApplied, operation.id())
                .map(RowDigest::of)
                .filter(change::equals)
                .isPresent();
        if (there) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO applied (id, source, time, changed_by) VALUES (?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    source = excluded.source, time = excluded.time, changed_by = excluded.changed_by""",
                operation.id(),
                operation.source(),
                Times.nanos(operation.time()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, AppliedOperation operation) {
        return sql.update("DELETE FROM applied WHERE id = ?", operation.id()) > 0
                ? List.of(RowDigest.removed(RowDigest.APPLIED, operation.id()))
                : List.of();
    }

    void eachStoredEntry(Sql sql, StoredDigests digests) {
        sql.each(ENTRIES, row -> {
            OutboxEntry entry = readEntry(row);
            digests.add(RowDigest.of(entry), entry.changedBy());
        });
    }

    void eachStoredApplied(Sql sql, StoredDigests digests) {
        sql.each(APPLIED, row -> digests.add(RowDigest.of(readApplied(row)), row.number()));
    }

    private static OutboxEntry readEntry(SqlRow row) {
        return new OutboxEntry(
                row.text(),
                row.text(),
                OutboxEntry.Kind.valueOf(row.text()),
                row.text(),
                row.blob(),
                row.instant(),
                row.number());
    }

    private static AppliedOperation readApplied(SqlRow row) {
        return new AppliedOperation(row.text(), row.text(), row.instant());
    }
}
