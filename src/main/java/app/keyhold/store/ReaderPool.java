package app.keyhold.store;

import app.keyhold.kms.StoreException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/// A few connections for reading, made when first needed; each read is one transaction, so that what it reads in several
/// statements fits together. A thread waits when all are busy.
final class ReaderPool implements SqlSource {
    private static final int MOST = 4;

    private final Supplier<Sql> connect;
    private final Semaphore free = new Semaphore(MOST);
    private final BlockingQueue<Sql> idle = new LinkedBlockingQueue<>();
    private volatile boolean closed;
    private volatile boolean abandoned;

    ReaderPool(Supplier<Sql> connect) {
        this.connect = connect;
    }

    @Override
    public <T> T read(Function<Sql, T> query) {
        return readOnce(sql -> inTransaction(sql, query));
    }

    @Override
    public <T> T readOnce(Function<Sql, T> query) {
        free.acquireUninterruptibly();
        try {
            if (closed) {
                throw new StoreException(
                        StoreException.Kind.CLOSED, abandoned ? "The database was closed after it failed" : "The vault is locked");
            }
            Sql sql = idle.poll();
            if (sql == null) {
                sql = connect.get();
            }
            return readWith(sql, query);
        } finally {
            free.release();
        }
    }

    private <T> T readWith(Sql sql, Function<Sql, T> query) {
        boolean sound = false;
        try {
            T answer = Turns.retry(() -> query.apply(sql));
            sound = true;
            return answer;
        } finally {
            if (sound) {
                idle.add(sql);
            } else {
                sql.close();
            }
            if (abandoned) {
                closeIdle();
            }
        }
    }

    private static <T> T inTransaction(Sql sql, Function<Sql, T> query) {
        sql.update("BEGIN");
        boolean done = false;
        try {
            T answer = query.apply(sql);
            done = true;
            return answer;
        } finally {
            sql.update(done ? "COMMIT" : "ROLLBACK");
        }
    }

    /// Waits for running reads.
    @Override
    public void close() {
        free.acquireUninterruptibly(MOST);
        closed = true;
        closeIdle();
        free.release(MOST);
    }

    @Override
    public void abandon() {
        abandoned = true;
        closed = true;
        closeIdle();
    }

    private void closeIdle() {
        for (Sql sql = idle.poll(); sql != null; sql = idle.poll()) {
            sql.close();
        }
    }

    @Override
    public boolean servesSeveral() {
        return true;
    }
}
