package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.MalformedRecordException;
import app.keyhold.kms.grant.Grant;
import app.keyhold.kms.grant.GrantPrincipal;
import app.keyhold.kms.grant.GrantTerms;
import app.keyhold.kms.grant.GrantUse;
import java.util.List;
import java.util.Optional;

/// The grants of keys, and how many each key has. A key may have fifty thousand, so every question goes through an index
/// that answers it alone.
final class GrantTable {
    private static final String COLUMNS =
            """
            SELECT key_id, id, name, created, grantee, grantee_id, retiring, retiring_id, issuer, operations, constraints,
                   changed_by
              FROM grants\s""";

    private static final int LOOKED_AT_ONCE = 50;

    Optional<Grant> find(Sql sql, String keyId, String id) {
        return sql.first(COLUMNS + "WHERE key_id = ? AND id = ?", GrantTable::read, keyId, id);
    }

    /// In order of id.
    List<Grant> of(Sql sql, String keyId, String after, int limit) {
        return sql.list(
                COLUMNS + "WHERE key_id = ? AND id > ? ORDER BY id LIMIT ?", GrantTable::read, keyId, after, limit);
    }

    /// In order of id.
    List<Grant> to(Sql sql, String keyId, String grantee, String after, int limit) {
        return sql.list(
                COLUMNS + "WHERE key_id = ? AND grantee = ? AND id > ? ORDER BY id LIMIT ?",
                GrantTable::read,
                keyId,
                grantee,
                after,
                limit);
    }

    /// In order of key, then id.
    List<Grant> retirable(Sql sql, GrantPrincipal retiring, String afterKey, String after, int limit) {
        return sql.list(
                COLUMNS
                        + """
                        WHERE retiring = ? AND retiring_id = ? AND (key_id, id) > (?, ?)
                         ORDER BY key_id, id LIMIT ?""",
                GrantTable::read,
                retiring.name(),
                retiring.uniqueId(),
                afterKey,
                after,
                limit);
    }

    long count(Sql sql, String keyId) {
        return sql.number("SELECT count FROM grant_counts WHERE key_id = ?", keyId);
    }

    Optional<Grant> repeatedBy(Sql sql, Grant grant) {
        return sql.first(
                COLUMNS
                        + """
                        WHERE key_id = ? AND grantee = ? AND anchor = ? AND name = ? AND operations = ?
                              AND constraints = ? AND retiring IS ? AND issuer = ? AND grantee_id = ?
                              AND retiring_id IS ?""",
                GrantTable::read,
                grant.keyId(),
                grant.grantee().name(),
                GrantAnchor.of(grant.terms().constraints()),
                grant.name(),
                GrantCodec.bits(grant.terms().operations()),
                GrantCodec.encode(grant.terms().constraints()),
                grant.retiring().map(GrantPrincipal::name),
                grant.issuer(),
                grant.grantee().uniqueId(),
                grant.retiring().map(GrantPrincipal::uniqueId));
    }

    /// Ids first, since the index holds them: a grant is read only where it may well be the one.
    Optional<Grant> allowing(Sql sql, GrantUse use) {
        int bit = GrantCodec.bits(List.of(use.operation()));
        return GrantAnchor.candidates(use)
                .map(anchors -> anchors.stream()
                        .map(anchor -> first(sql, use, after -> sql.list(
                                """
                                SELECT id FROM grants
                                 WHERE key_id = ? AND grantee = ? AND anchor = ? AND id > ? AND operations & ? <> 0
                                 ORDER BY id LIMIT ?""",
                                SqlRow::text,
                                use.keyId(),
                                use.grantee().name(),
                                anchor,
                                after,
                                bit,
                                LOOKED_AT_ONCE)))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElseGet(() -> first(sql, use, after -> sql.list(
                        """
                        SELECT id FROM grants WHERE key_id = ? AND grantee = ? AND id > ? AND operations & ? <> 0
                         ORDER BY id LIMIT ?""",
                        SqlRow::text,
                        use.keyId(),
                        use.grantee().name(),
                        after,
                        bit,
                        LOOKED_AT_ONCE)));
    }

    private interface Ids {
        List<String> after(String id);
    }

    private Optional<Grant> first(Sql sql, GrantUse use, Ids ids) {
        List<String> page = ids.after("");
        while (!page.isEmpty()) {
            for (String id : page) {
                Optional<Grant> found = find(sql, use.keyId(), id).filter(grant -> grant.allows(use));
                if (found.isPresent()) {
                    return found;
                }
            }
            page = page.size() < LOOKED_AT_ONCE ? List.of() : ids.after(page.getLast());
        }
        return Optional.empty();
    }

    /// A grant never changes: one that is there already stays as it is.
    List<Change> put(Sql sql, Grant grant, long changedBy) {
        int added = sql.update(
                """
                INSERT INTO grants (key_id, id, name, created, grantee, grantee_id, retiring, retiring_id, issuer,
                                    operations, constraints, anchor, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key_id, id) DO NOTHING""",
                grant.keyId(),
                grant.id(),
                grant.name(),
                Times.nanos(grant.created()),
                grant.grantee().name(),
                grant.grantee().uniqueId(),
                grant.retiring().map(GrantPrincipal::name),
                grant.retiring().map(GrantPrincipal::uniqueId),
                grant.issuer(),
                GrantCodec.bits(grant.terms().operations()),
                GrantCodec.encode(grant.terms().constraints()),
                GrantAnchor.of(grant.terms().constraints()),
                changedBy);
        if (added == 0) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO grant_counts (key_id, count) VALUES (?, 1)
                ON CONFLICT (key_id) DO UPDATE SET count = count + 1""",
                grant.keyId());
        return List.of(RowDigest.of(grant));
    }

    List<Change> remove(Sql sql, Grant grant) {
        if (sql.update("DELETE FROM grants WHERE key_id = ? AND id = ?", grant.keyId(), grant.id()) == 0) {
            return List.of();
        }
        sql.update("UPDATE grant_counts SET count = count - 1 WHERE key_id = ?", grant.keyId());
        return List.of(RowDigest.removed(RowDigest.GRANT, RowDigest.grantIdentity(grant)));
    }

    /// All of a key's that goes.
    List<Change> removeOf(Sql sql, String keyId) {
        List<Change> removed = sql.list("SELECT id FROM grants WHERE key_id = ?", SqlRow::text, keyId).stream()
                .map(id -> RowDigest.removed(RowDigest.GRANT, RowDigest.grantIdentity(keyId, id)))
                .toList();
        sql.update("DELETE FROM grants WHERE key_id = ?", keyId);
        sql.update("DELETE FROM grant_counts WHERE key_id = ?", keyId);
        return removed;
    }

    /// @throws MalformedRecordException also where the columns that find a grant do not fit it
    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(COLUMNS.replace("changed_by", "changed_by, anchor"), row -> {
            Grant grant = read(row);
            if (!row.text().equals(GrantAnchor.of(grant.terms().constraints()))) {
                throw new MalformedRecordException(
                        "Grant " + grant.id() + " is kept where its constraints do not belong");
            }
            digests.add(RowDigest.of(grant), grant.changedBy());
        });
        long wrong = sql.number(
                """
                SELECT count(*) FROM (
                    SELECT key_id FROM grant_counts AS c
                     WHERE count <> (SELECT count(*) FROM grants AS g WHERE g.key_id = c.key_id)
                    UNION SELECT key_id FROM grants WHERE key_id NOT IN (SELECT key_id FROM grant_counts))""");
        if (wrong > 0) {
            throw new MalformedRecordException("The number of grants of " + wrong + " keys is not what is kept of it");
        }
    }

    private static Grant read(SqlRow row) {
        return new Grant(
                row.text(),
                row.text(),
                row.optionalText(),
                row.instant(),
                new GrantPrincipal(row.text(), row.text()),
                retiring(row.optionalText(), row.optionalText()),
                row.text(),
                new GrantTerms(GrantCodec.operations(row.integer()), GrantCodec.decode(row.bytes())),
                row.number());
    }

    private static Optional<GrantPrincipal> retiring(Optional<String> name, Optional<String> uniqueId) {
        return name.flatMap(one -> uniqueId.map(id -> new GrantPrincipal(one, id)));
    }
}
