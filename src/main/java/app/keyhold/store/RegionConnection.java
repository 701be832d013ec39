package app.keyhold.store;

import app.keyhold.crypto.SecretBytes;
import app.keyhold.kms.StoreException;
import app.keyhold.kms.StoreException.Kind;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The connections of a Region over its lifetime, and whose turn it is to write. Broken ones are closed when the turn
/// ends, and made anew when somebody needs them: nothing is ever tried again on a connection that failed. Before anybody
/// uses the new ones they are held against what was known when the old ones failed.
final class RegionConnection implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;

    private final EncryptedDatabase database;
    private final Continuity continuity;
    private final Semaphore turn = new Semaphore(1, true);
    /// Empty once they failed, until they are made anew.
    private volatile Optional<Connections> connections;

    private boolean closed;

    RegionConnection(EncryptedDatabase database, Continuity continuity) {
        this.database = database;
        this.continuity = continuity;
        this.connections = Optional.of(Connections.open(database));
    }

    EncryptedDatabase database() {
        return database;
    }

    /// @throws StoreException CLOSED; if they have to be made anew, also what [Connections#open] and [Continuity#require]
    ///     find
    Connections open() {
        return connections.orElseGet(this::reopen);
    }

    private synchronized Connections reopen() {
        if (closed) {
            throw new StoreException(Kind.CLOSED, "The vault is locked");
        }
        if (connections.isPresent()) {
            return connections.get();
        }
        Connections made = Connections.open(database);
        try {
            continuity.require(made.writer(), database);
        } catch (RuntimeException refused) {
            made.abandon();
            throw refused;
        }
        connections = Optional.of(made);
        return made;
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
            connections.ifPresent(this::abandon);
        } finally {
            turn.release();
        }
    }

    private synchronized void abandon(Connections used) {
        connections = Optional.empty();
        used.abandon();
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
        Optional<Connections> last = connections;
        connections = Optional.empty();
        try {
            last.ifPresent(Connections::close);
        } finally {
            database.close();
        }
    }
}
