package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import app.keyhold.iam.Identity;
import java.util.List;
import java.util.Optional;

/// The principals with their policies.
final class IdentityTable {
    private static final String COLUMNS = 
            "SELECT principal, unique_id, policies, boundary, role, enabled, slot_id, created FROM identities ";

    Optional<Identity> find(Sql sql, String arn) {
        return sql.first(COLUMNS + "WHERE arn = ?", IdentityTable::read, arn);
    }

    List<Identity> all(Sql sql) {
        return sql.list(COLUMNS + "ORDER BY arn", IdentityTable::read);
    }

    List<Change> put(Sql sql, Identity identity, long changedBy) {
        String arn = identity.principal().arn();
        Change change = RowDigest.of(identity);
        if (find(sql, arn).map(RowDigest::of).filter(change::equals).isPresent()) {
            return List.of();
        }
        sql.update(
                """
                INSERT INTO identities
                    (arn, principal, unique_id, policies, boundary, role, enabled, slot_id, created, changed_by)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (arn) DO UPDATE SET
                    principal = excluded.principal, unique_id = excluded.unique_id, policies = excluded.policies,
                    boundary = excluded.boundary, role = excluded.role, enabled = excluded.enabled,
                    slot_id = excluded.slot_id, created = excluded.created, changed_by = excluded.changed_by""",
                arn,
                PrincipalCodec.encode(identity.principal()),
                identity.uniqueId(),
                PoliciesCodec.encode(identity.policies()),
                identity.permissionsBoundary(),
                identity.role().map(RoleCodec::encode),
                identity.enabled() ? 1 : 0,
                identity.slotId(),
                Times.nanos(identity.created()),
                changedBy);
        return List.of(change);
    }

    List<Change> remove(Sql sql, String arn) {
        return sql.update("DELETE FROM identities WHERE arn = ?", arn) > 0
                ? List.of(RowDigest.removed(RowDigest.IDENTITY, arn))
                : List.of();
    }

    void eachStored(Sql sql, StoredDigests digests) {
        sql.each(
                "SELECT principal, unique_id, policies, boundary, role, enabled, slot_id, created, changed_by FROM identities",
                row -> digests.add(RowDigest.of(read(row)), row.number()));
    }

    private static Identity read(SqlRow row) {
        return new Identity(
                PrincipalCodec.decode(row.bytes()),
                row.text(),
                PoliciesCodec.decode(row.bytes()),
                row.optionalText(),
                row.optionalBlob().map(Blob::toByteArray).map(RoleCodec::decode),
                row.integer() == 1,
                row.optionalText(),
                row.instant());
    }
}
