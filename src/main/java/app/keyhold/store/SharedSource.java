package app.keyhold.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Reading on the writer's connection, where an exclusive lock allows no second one: readers wait until the writer's
/// transaction is over.
final class SharedSource implements SqlSource {
    private final Sql sql;
    private final ReentrantLock lock;

    /// @param lock held by the thread that writes, for as long as its transaction lasts
    SharedSource(Sql sql, ReentrantLock lock) {
        this.sql = sql;
        this.lock = lock;
    }

    @Override
    public <T> T read(Function<Sql, T> query) {
        lock.lock();
        try {
            return query.apply(sql);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T readOnce(Function<Sql, T> query) {
        return read(query);
    }

    /// The connection belongs to the writer.
    @Override
    public void close() {}

    @Override
    public boolean servesSeveral() {
        return false;
    }
}
