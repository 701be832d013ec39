package app.keyhold.store;

import app.keyhold.audit.Checkpoint;
import app.keyhold.audit.CheckpointCodec;
import java.util.List;
import java.util.Optional;

/// The signed heads, in the order they were made.
final class CheckpointTable {
    List<Checkpoint> all(Sql sql) {
        return sql.list("SELECT checkpoint FROM checkpoints ORDER BY id", CheckpointTable::read);
    }

    Optional<Checkpoint> newest(Sql sql) {
        return sql.first("SELECT checkpoint FROM checkpoints ORDER BY id DESC LIMIT 1", CheckpointTable::read);
    }

    void add(Sql sql, Checkpoint checkpoint) {
        sql.update(
                "INSERT INTO checkpoints (number, checkpoint) VALUES (?, ?)",
                checkpoint.number(),
                CheckpointCodec.encode(checkpoint));
    }

    private static Checkpoint read(SqlRow row) {
        return CheckpointCodec.decode(row.bytes());
    }
}
