package app.keyhold.audit;

import app.keyhold.audit.AuditEvent.Change;
import app.keyhold.crypto.Blob;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// One digest over the digests of everything a Region holds, in two levels: rows fall into buckets by the hash of their
/// identity, or of what stands behind [#TOGETHER] in it, a bucket's digest covers its rows in order, the whole covers the
/// buckets. A change costs one bucket.
///
/// Not for use by several threads.
public final class StateDigest {
    public static final int BUCKETS = 1024;

    /// In an identity, before what the row shares with those that change when it does.
    public static final char TOGETHER = '#';

    private static final byte[] DOMAIN = "keyhold-state-v1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] EMPTY_BUCKET = new byte[32];

    private final Map<Integer, SortedMap<Row, Blob>> rows = new HashMap<>();
    private final byte[][] buckets = new byte[BUCKETS][];
    private final BitSet dirty = new BitSet(BUCKETS);

    public StateDigest() {
        Arrays.fill(buckets, EMPTY_BUCKET);
    }

    /// Names a stored row.
    ///
    /// @param kind as in [Change]
    public record Row(String kind, String identity) implements Comparable<Row> {
        @Override
        public int compareTo(Row other) {
            int byKind = kind.compareTo(other.kind);
            return byKind != 0 ? byKind : identity.compareTo(other.identity);
        }
    }

    public void apply(Change change) {
        int bucket = bucketOf(change.kind(), change.identity());
        SortedMap<Row, Blob> inBucket = rows.computeIfAbsent(bucket, _ -> new TreeMap<>());
        var row = new Row(change.kind(), change.identity());
        change.digest().ifPresentOrElse(digest -> inBucket.put(row, digest), () -> inBucket.remove(row));
        dirty.set(bucket);
    }

    public Blob digest() {
        dirty.stream().forEach(bucket -> buckets[bucket] = ofBucket(rows.getOrDefault(bucket, new TreeMap<>())));
        dirty.clear();
        return ofBuckets(buckets);
    }

    public static int bucketOf(String kind, String identity) {
        String deciding = identity.substring(Math.max(0, identity.lastIndexOf(TOGETHER)));
        byte[] hash = Sha256.digest()
                .digest(new CanonicalWriter().text(kind).text(deciding).toByteArray());
        return ((hash[0] & 0xFF) << 8 | (hash[1] & 0xFF)) % BUCKETS;
    }

    /// 32 zero bytes for an empty bucket.
    public static byte[] ofBucket(SortedMap<Row, Blob> rows) {
        if (rows.isEmpty()) {
            return EMPTY_BUCKET;
        }
        var out = new CanonicalWriter().bytes(DOMAIN);
        rows.forEach((row, digest) -> out.text(row.kind()).text(row.identity()).bytes(digest));
        return Sha256.digest().digest(out.toByteArray());
    }

    public static Blob ofBuckets(byte[][] buckets) {
        var out = new CanonicalWriter().bytes(DOMAIN).u32(buckets.length);
        for (byte[] bucket : buckets) {
            out.raw(bucket);
        }
        return Sha256.of(out.toByteArray());
    }
}
