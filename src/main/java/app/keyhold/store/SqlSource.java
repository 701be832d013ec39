package app.keyhold.store;

import java.util.function.Function;

/// Where a view reads: on a connection of the pool, on the one connection there is, or inside the writer's transaction.
interface SqlSource extends AutoCloseable {
    /// All statements of `query` see one and the same state. It may run again if another process was in the way.
    <T> T read(Function<Sql, T> query);

    /// For a query of one statement.
    <T> T readOnce(Function<Sql, T> query);

    /// Whether several threads read at once here.
    boolean servesSeveral();

    /// Closes without waiting for running reads.
    default void abandon() {
        close();
    }

    @Override
    void close();
}
