package app.keyhold.store;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.audit.StateDigest;
import app.keyhold.audit.StateDigest.Row;
import app.keyhold.crypto.Blob;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/// The digest of every stored row, by bucket, so that the digest over all of them costs only the buckets that changed.
final class DigestTable {
    void apply(Sql sql, Change change) {
        int bucket = StateDigest.bucketOf(change.kind(), change.identity());
        if (change.digest().isPresent()) {
            sql.update(
                    """
                    INSERT INTO row_digests (bucket, kind, identity, digest) VALUES (?, ?, ?, ?)
                    ON CONFLICT (bucket, kind, identity) DO UPDATE SET digest = excluded.digest""",
                    bucket,
                    change.kind(),
                    change.identity(),
                    change.digest());
        } else {
            sql.update(
                    "DELETE FROM row_digests WHERE bucket = ? AND kind = ? AND identity = ?",
                    bucket,
                    change.kind(),
                    change.identity());
        }
        sql.update(
                "INSERT INTO state_buckets (bucket) VALUES (?) ON CONFLICT (bucket) DO UPDATE SET digest = NULL",
                bucket);
    }

    /// Inside a writing transaction: what had to be computed is kept.
    Blob stateDigest(Sql sql) {
        for (int bucket : sql.list("SELECT bucket FROM state_buckets WHERE digest IS NULL", SqlRow::integer)) {
            byte[] digest = StateDigest.ofBucket(rows(sql, bucket));
            sql.update("UPDATE state_buckets SET digest = ? WHERE bucket = ?", digest, bucket);
        }
        byte[][] buckets = new byte[StateDigest.BUCKETS][];
        Arrays.fill(buckets, StateDigest.ofBucket(new TreeMap<>()));
        sql.each("SELECT bucket, digest FROM state_buckets", row -> buckets[row.integer()] = row.bytes());
        return StateDigest.ofBuckets(buckets);
    }

    private static SortedMap<Row, Blob> rows(Sql sql, int bucket) {
        SortedMap<Row, Blob> rows = new TreeMap<>();
        sql.each(
                "SELECT kind, identity, digest FROM row_digests WHERE bucket = ?",
                row -> rows.put(new Row(row.text(), row.text()), row.blob()),
                bucket);
        return rows;
    }
}
