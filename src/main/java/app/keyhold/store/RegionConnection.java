package app.keyhold.store;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The connections of a Region over its lifetime, and whose turn it is to write. Broken ones are closed when the turn
/// ends, and made anew when somebody needs them: nothing is ever tried again on a connection that failed.
final class RegionConnection implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final EncryptedDatabase database;
    private final Semaphore turn = new Semaphore(1, true);
    private volatile Connections connections;
    private boolean broken;
    private boolean closed;

    RegionConnection(EncryptedDatabase database) {
        this.database = database;
        this.connections = Connections.open(database);
    }

    EncryptedDatabase database() {
        return database;
    }

    /// @throws StoreException CLOSED
    synchronized Connections open() {
        if (closed) {
            throw new StoreException(Kind.CLOSED, "The vault is locked");
        }
        if (broken) {
            connections = Connections.open(database);
            broken = false;
        }
        return connections;
    }

    /// Takes the turn among this process' threads; [#release] gives it back.
    Connections acquire() {
        turn.acquireUninterruptibly();
        try {
            Connections open = open();
            open.enter();
            return open;
        } catch (RuntimeException failure) {
            turn.release();
            throw failure;
        }
    }

    /// @param sound false if the connection failed
    void release(Connections used, boolean sound) {
        used.leave();
        if (!sound) {
            abandon(used);
        }
        turn.release();
    }

    /// For work on the writer's connection outside transactions.
    <T> T exclusively(Function<Connections, T> work) {
        Connections open = acquire();
        boolean sound = false;
        try {
            T answer = work.apply(open);
            sound = true;
            return answer;
        } finally {
            release(open, sound);
        }
    }

    /// Encrypts the file under another key, with every other connection closed.
    void rekey(SecretBytes newKey) {
        exclusively(open -> {
            open.readers().close();
            database.rekey(open.writer(), newKey);
            return true;
        });
        turn.acquireUninterruptibly();
        try {
            abandon(connections);
        } finally {
            turn.release();
        }
    }

    private synchronized void abandon(Connections used) {
        broken = true;
        try {
            used.close();
        } catch (StoreException alreadyBroken) {
            // What it held is decided by the file, which is read anew.
        }
    }

    /// Waits for running reads, and for the writer as long as any commit may take; a transaction still open then is
    /// rolled back with its connection.
    @Override
    public void close() {
        boolean taken = false;
        try {
            taken = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
            closeConnections();
        } catch (InterruptedException hurried) {
            closeConnections();
            Thread.currentThread().interrupt();
        } finally {
            if (taken) {
                turn.release();
            }
        }
    }

    private synchronized void closeConnections() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            if (!broken) {
                connections.close();
            }
        } finally {
            database.close();
        }
    }
}
