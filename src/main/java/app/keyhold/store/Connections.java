package app.keyhold.store;

import app.keyhold.kms.StoreException;
import java.util.concurrent.locks.ReentrantLock;

/// The connections of one open Region: one that writes, and somewhere to read.
final class Connections implements AutoCloseable {
    private final Sql writer;
    private final SqlSource readers;
    private final ReentrantLock shared;
    private final boolean isShared;

    private Connections(Sql writer, SqlSource readers, ReentrantLock shared, boolean isShared) {
        this.writer = writer;
        this.readers = readers;
        this.shared = shared;
        this.isShared = isShared;
    }

    static Connections open(EncryptedDatabase database) {
        Sql writer = database.connectWriter();
        var lock = new ReentrantLock();
        return switch (database.options()) {
            case LOCAL -> new Connections(writer, new ReaderPool(database::connectReader), lock, false);
            case SYNCHRONISED -> new Connections(writer, new SharedSource(writer, lock), lock, true);
        };
    }

    Sql writer() {
        return writer;
    }

    SqlSource readers() {
        return readers;
    }

    /// Keeps readers off the writer's connection, if it is theirs too, until [#leave] on the same thread.
    void enter() {
        if (isShared) {
            shared.lock();
        }
    }

    void leave() {
        if (isShared) {
            shared.unlock();
        }
    }

    /// Whether reads on this thread see what is not committed yet.
    boolean readsOwnTransaction() {
        return isShared && shared.isHeldByCurrentThread();
    }

    /// Closes what failed, without waiting for anybody: a read that still runs closes its connection when it ends. What
    /// the connections held is decided by the file, which is read anew.
    void abandon() {
        closeQuietly(readers::abandon);
        enter();
        try {
            closeQuietly(writer::close);
        } finally {
            leave();
        }
    }

    private static void closeQuietly(Runnable closing) {
        try {
            closing.run();
        } catch (StoreException alreadyBroken) {
            // There is nobody to tell.
        }
    }

    /// Waits for running reads.
    @Override
    public void close() {
        readers.close();
        enter();
        try {
            writer.close();
        } finally {
            leave();
        }
    }
}
