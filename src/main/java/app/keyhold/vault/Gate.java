package app.keyhold.vault;

import app.keyhold.iam.Caller;
import app.keyhold.kms.Fault;
import app.keyhold.kms.Kms;
import app.keyhold.kms.KmsException;
import app.keyhold.kms.KmsRequest;
import app.keyhold.vault.operation.HeaderChanging;
import app.keyhold.vault.operation.HomeTaking;
import app.keyhold.vault.operation.SettleHeader;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// The door as an open vault has it: refuses calls once the vault locks, lets running ones finish, and completes every
/// change of the header before its answer is given.
final class Gate implements Kms {
    private final Kms door;
    private final Caller vault;
    private final String region;
    private final HeaderKeeper headers;
    private final VaultLock lock;
    private final HeaderTurn headerTurn;
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closed;

    /// @param vault the service that settles headers
    /// @param region whose door it is
    /// @param headerTurn what every call that may change the header is run in
    Gate(Kms door, Caller vault, String region, HeaderKeeper headers, VaultLock lock, HeaderTurn headerTurn) {
        this.door = door;
        this.vault = vault;
        this.region = region;
        this.headers = headers;
        this.lock = lock;
        this.headerTurn = headerTurn;
    }

    @Override
    public <R> R call(Caller caller, KmsRequest<R> request) {
        running.readLock().lock();
        try {
            if (closed) {
                throw new KmsException(
                        Fault.KMSInvalidStateException, "The vault is locked. Nothing was done; unlock it and ask again.");
            }
            return mayChangeHeader(request)
                    ? headerTurn.change(() -> changeHeader(caller, request))
                    : door.call(caller, request);
        } catch (KmsException refused) {
            // What an operation learns about files and passphrases has its own kind and exit code.
            if (refused.getCause() instanceof VaultException why) {
                throw why;
            }
            throw refused;
        } finally {
            running.readLock().unlock();
        }
    }

    @Override
    public Optional<Class<?>> requestType(String operation) {
        return door.requestType(operation);
    }

    /// Returns when no call runs any more and none will.
    void close() {
        closed = true;
        running.writeLock().lock();
        running.writeLock().unlock();
    }

    /// Outside the home nothing does, but what makes this Region the home.
    private boolean mayChangeHeader(KmsRequest<?> request) {
        if (!(request instanceof HeaderChanging)) {
            return false;
        }
        headerTurn.run(() -> headers.refresh(region));
        return headers.isHome(region) || request instanceof HomeTaking;
    }

    private <R> R changeHeader(Caller caller, KmsRequest<R> request) {
        try (var alone = lock.acquire()) {
            headers.refresh(region);
            R answer = door.call(caller, request);
            if (headers.replaceAnnounced()) {
                door.call(vault, new SettleHeader.Request());
            }
            return answer;
        }
    }
}
