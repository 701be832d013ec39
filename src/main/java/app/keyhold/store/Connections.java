package app.keyhold.store;

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
