package app.keyhold.store;

import app.keyhold.audit.AuditHead;
import app.keyhold.audit.Chain;
import app.keyhold.audit.StoredRow;
import app.keyhold.crypto.Blob;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What was durable when connections failed, and whether a file that is opened anew still holds it: another disk may have
/// been put in the place of the one that went away, and of the commit that failed some, all or nothing may be there.
final class Continuity {
    private static final int PIECE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RegionIdentity identity;
    private final Chain chain;
    private final AuditTable audit = new AuditTable();
    private volatile AuditHead durable = AuditHead.EMPTY;

    Continuity(RegionIdentity identity, Chain chain) {
        this.identity = identity;
        this.chain = chain;
    }

    /// @param head of a transaction that was committed, or of what was found at opening
    void reached(AuditHead head) {
        durable = head;
    }

    /// Reads the chain again from the last row known to be durable. Rows of the failed commit that are in the log although
    /// it never reached the disk for certain are written to the database itself, and so to other pages that are synced by
    /// themselves: repeating the sync that failed could succeed without writing anything.
    ///
    /// @throws StoreException DAMAGED if it is another file or its chain is broken; BUSY, NO_SPACE
    void require(Sql sql, EncryptedDatabase database) {
        new RegionTable().require(sql, identity);
        AuditHead known = durable;
        if (known.number() > 0 && !audit.hashOf(sql, known.number()).equals(known.hash())) {
            throw new StoreException(
                    Kind.DAMAGED,
                    "The database that is there now lacks row #" + known.number()
                            + " of the audit trail, which was in the one that was open");
        }
        requireChain(sql, known);
        Turns.retry(() -> {
            if (!database.emptyLog(sql)) {
                throw new StoreException(Kind.BUSY, "Another process is using the vault");
            }
            return true;
        }, PATIENCE);
    }

    private void requireChain(Sql sql, AuditHead known) {
        AuditHead head = known;
        List<StoredRow> piece = after(sql, head);
        while (!piece.isEmpty()) {
            for (StoredRow row : piece) {
                if (row.number() != head.number() + 1
                        || !chain.hash(row.number(), head.hash(), row.body()).equals(row.hash())) {
                    throw new StoreException(
                            Kind.DAMAGED, "The audit trail does not go on after row #" + head.number() + " as it should");
                }
                head = new AuditHead(row.number(), row.hash());
            }
            piece = after(sql, head);
        }
    }

    private List<StoredRow> after(Sql sql, AuditHead head) {
        List<StoredRow> piece = new ArrayList<>();
        Blob previous = head.hash();
        audit.stored(sql, head.number() + 1, Long.MAX_VALUE, PIECE, previous, piece::add);
        return piece;
    }
}
